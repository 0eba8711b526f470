package io.github.asynclint.lsp.text;

import io.github.asynclint.engine.facts.Span;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * A buffer of the editor at one moment.
 *
 * @param uri as the editor writes it
 * @param path where it lies; of a buffer without a file, a name for it
 */
public record Document(String uri, Path path, int version, String text, TextLines lines) {
  /** A buffer with what led to it from the one before. */
  public record Changed(Document document, List<Change> changes) {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  public static Document of(String uri, int version, String text) {
    Path path = file(uri).orElseGet(() -> Path.of("/", "unsaved", name(uri)));
    return new Document(uri, path, version, text, new TextLines(text));
  }

  /** The path of a file's URI; empty for other URIs. */
  public static Optional<Path> file(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme())
          ? Optional.of(Path.of(parsed).normalize())
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String name(String uri) {
    String name = uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
    return name.endsWith(".java") ? name.replaceAll("[^\\p{L}\\p{N}_$.]", "_") : "Unsaved.java";
  }

  /** The buffer after the edits of one notification, which apply one after the other. */
  Changed with(int newVersion, List<TextDocumentContentChangeEvent> events) {
    String now = text;
    TextLines at = lines;
    List<Change> changes = new ArrayList<>();
    for (TextDocumentContentChangeEvent event : events) {
      Span span =
          event.getRange() == null ? new Span(0, now.length()) : at.span(event.getRange());
      now = now.substring(0, span.start()) + event.getText() + now.substring(span.end());
      at = new TextLines(now);
      changes.add(new Change(span, event.getText().length()));
    }
    return new Changed(new Document(uri, path, newVersion, now, at), changes);
  }
}
