package io.github.asynclint.cli;

import io.github.asynclint.project.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where did the user want the report? */
final class OutputChoice {
  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes; default: standard output.")
  private Optional<Path> file;

  Optional<Path> file() {
    return file;
  }

  /** Says so before the work is done, not after. */
  void requireWritable() {
    file.ifPresent(OutputChoice::requireWritable);
  }

  void write(String text, PrintWriter out) {
    if (file.isPresent()) {
      write(file.get(), text);
    } else {
      // A reader that went away (| head) is no failure: a PrintWriter keeps quiet about it.
      out.print(text);
      out.flush();
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UnusableInput("cannot write " + file + ": " + Reason.of(e));
    }
  }

  static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String problem = "";
    if (Files.isDirectory(file)) {
      problem = "is a folder";
    } else if (folder == null || !Files.isDirectory(folder)) {
      problem = "no such folder: " + folder;
    } else if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
      problem = "access denied";
    }
    if (!problem.isEmpty()) {
      throw new UnusableInput("cannot write " + file + ": " + problem);
    }
  }
}
