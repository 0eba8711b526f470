package io.github.asynclint.errorprone.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where are the fixtures and the real libraries that they are compiled against? */
final class Libraries {
  private static final Path PITFALLS = Path.of("../../test-fixtures/pitfalls");

  private Libraries() {}

  static String classPath() {
    try {
      return Files.readString(PITFALLS.resolve("target/classpath.txt")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("compile test-fixtures/pitfalls first", e);
    }
  }

  /** The jars whose file names contain one of the words. */
  static String classPath(String... words) {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(jar -> Arrays.stream(words).anyMatch(Path.of(jar).getFileName().toString()::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The folder of a rule's fixtures. */
  static Path fixtures(String folder) {
    return PITFALLS.resolve("java/pitfalls").resolve(folder);
  }
}
