package io.github.asynclint.lsp.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * Which buffers does the editor hold now? Written by the thread that reads messages, as they arrive; any
 * thread may ask.
 */
public final class Documents {
  private final Map<String, Document> open = new ConcurrentHashMap<>();

  public Document open(String uri, int version, String text) {
    Document document = Document.of(uri, version, text);
    open.put(uri, document);
    return document;
  }

  /** Empty for a buffer that was not opened. */
  public Optional<Document.Changed> change(
      String uri, int version, List<TextDocumentContentChangeEvent> events) {
    Optional<Document.Changed> changed = get(uri).map(before -> before.with(version, events));
    changed.ifPresent(now -> open.put(uri, now.document()));
    return changed;
  }

  public Optional<Document> close(String uri) {
    return Optional.ofNullable(open.remove(uri));
  }

  public Optional<Document> get(String uri) {
    return Optional.ofNullable(open.get(uri));
  }

  /** Whether nothing was typed since. */
  public boolean isCurrent(Document document) {
    return open.get(document.uri()) == document;
  }

  /** The buffer of a file. */
  public Optional<Document> at(Path path) {
    return open.values().stream().filter(each -> each.path().equals(path)).findFirst();
  }

  public List<Document> all() {
    return List.copyOf(open.values());
  }
}
