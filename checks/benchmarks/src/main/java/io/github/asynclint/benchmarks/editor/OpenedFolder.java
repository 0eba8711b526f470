package io.github.asynclint.benchmarks.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What does an editor say to a server of a folder that it has open?
 *
 * @param root absolute, without links
 */
record OpenedFolder(ServerProcess server, Path root) {
  /** @param classPath patterns for jars and class folders, besides what the projects say */
  void start(Collection<String> classPath) throws IOException {
    String folder = Json.quote(root.toUri().toString());
    server.request(
        "initialize",
        "{\"processId\":" + ProcessHandle.current().pid() + ",\"rootUri\":" + folder
            + ",\"workspaceFolders\":[{\"uri\":" + folder + ",\"name\":"
            + Json.quote(String.valueOf(root.getFileName()))
            + "}],\"capabilities\":{},\"initializationOptions\":{\"debounce\":0,\"classpath\":"
            + classPath.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]"))
            + "}}");
    server.notify("initialized", "{}");
  }

  /** Opens a file and waits for its findings. */
  void open(Path file, String text) throws IOException, InterruptedException {
    show(file, text);
    server.awaitFindings(file, 1);
  }

  /** Opens a file. */
  void show(Path file, String text) throws IOException {
    server.notify(
        "textDocument/didOpen",
        "{\"textDocument\":{\"uri\":" + uri(file) + ",\"languageId\":\"java\",\"version\":1,\"text\":"
            + Json.quote(text) + "}}");
  }

  /** Changes an open file and waits for the findings of that version. */
  void change(Path file, int version, Typing.Edit edit) throws IOException, InterruptedException {
    server.notify(
        "textDocument/didChange",
        "{\"textDocument\":{\"uri\":" + uri(file) + ",\"version\":" + version
            + "},\"contentChanges\":[{\"range\":{\"start\":" + position(edit.line(), edit.from())
            + ",\"end\":" + position(edit.line(), edit.to()) + "},\"text\":"
            + Json.quote(edit.text()) + "}]}");
    server.awaitFindings(file, version);
  }

  void close(Path file) throws IOException {
    server.notify("textDocument/didClose", "{\"textDocument\":{\"uri\":" + uri(file) + "}}");
  }

  private static String position(int line, int column) {
    return "{\"line\":" + line + ",\"character\":" + column + "}";
  }

  private static String uri(Path file) {
    return Json.quote(file.toUri().toString());
  }
}
