package io.github.asynclint.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One source file: what it is called in notes, and its text when asked (an editor may have an unsaved
 * version).
 */
public record SourceInput(String name, Supplier<String> text) {
  /** The Java files at a path: itself, or all below a folder, in a stable order. */
  public static List<SourceInput> of(Path path) throws IOException {
    List<SourceInput> result = new ArrayList<>();
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
          .sorted()
          .forEach(file -> result.add(new SourceInput(file.toString(), () -> read(file))));
    }
    return result;
  }

  private static String read(Path file) {
    try {
      // Not readString: text that is not UTF-8 is replaced, not refused.
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
