package io.github.asynclint.lsp;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;

/** What an editor that watches files says when they change on disk, and what becomes of that. */
final class Disk {
  private Disk() {}

  /** Settings with which nothing waits for more edits. */
  static JsonObject options() {
    JsonObject options = new JsonObject();
    options.addProperty("debounce", 0);
    return options;
  }

  static void told(Editor editor, FileChangeType type, Path... files) {
    List<FileEvent> events =
        Stream.of(files).map(file -> new FileEvent(Editor.uri(file), type)).toList();
    editor
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(events));
  }

  static List<Diagnostic> awaitFindings(Editor editor, Path file, int count) {
    return Editor.await(
            () -> editor.last(file).filter(last -> last.getDiagnostics().size() == count))
        .getDiagnostics();
  }
}
