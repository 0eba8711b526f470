package io.github.asynclint.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where are the fixtures, their classes and their libraries? */
final class Fixtures {
  static final Path LANGUAGE = folder("language");
  static final Path PITFALLS = folder("pitfalls");

  private Fixtures() {}

  private static Path folder(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("test-fixtures"))) {
      folder = folder.getParent();
    }
    return folder.resolve("test-fixtures").resolve(name);
  }

  static Path sources(Path fixtures) {
    return fixtures.resolve("java");
  }

  static Path classes(Path fixtures) {
    return fixtures.resolve("target/classes");
  }

  /** The libraries of the fixtures are on the class path of these tests. */
  static List<Path> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && entry.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }
}
