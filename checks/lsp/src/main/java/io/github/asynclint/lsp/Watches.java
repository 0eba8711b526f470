package io.github.asynclint.lsp;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Which files on disk matter, and how? The editor watches them for the server. */
final class Watches {
  private static final List<String> GLOBS =
      List.of(
          "**/*.java",
          "**/pom.xml",
          "**/asynclint.yaml",
          "**/asynclint.classpath",
          "**/META-INF/asynclint/*.yaml",
          "**/*.jar");

  /** What a changed file asks for. */
  enum Kind {
    /** It is a part of a program. */
    SOURCE,
    /** It tells what the program is: its sources, its class path, its models. */
    PROJECT,
    OTHER
  }

  private Watches() {}

  static RegistrationParams registration() {
    List<FileSystemWatcher> watchers =
        GLOBS.stream()
            .map(glob -> new FileSystemWatcher(Either.forLeft(glob)))
            .toList();
    return new RegistrationParams(
        List.of(
            new Registration(
                "asynclint-files",
                "workspace/didChangeWatchedFiles",
                new DidChangeWatchedFilesRegistrationOptions(watchers))));
  }

  static Kind kind(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".java")) {
      return Kind.SOURCE;
    }
    return name.equals("pom.xml")
            || name.equals("asynclint.classpath")
            || name.endsWith(".yaml")
            || name.endsWith(".jar")
        ? Kind.PROJECT
        : Kind.OTHER;
  }
}
