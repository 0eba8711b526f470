package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is the web shop as each seat reads it: all its modules as one program? */
final class SampleProject {
  private final Fixtures fixtures;
  private final Sources sources;

  SampleProject(Fixtures fixtures) {
    this.fixtures = fixtures;
    this.sources = Sources.under(sourceFolders(home(fixtures)));
  }

  static Path home(Fixtures fixtures) {
    return fixtures.home().resolve("test-fixtures/projects/webshop");
  }

  Sources sources() {
    return sources;
  }

  ClassPath libraries(Notes notes) {
    return ClassPath.open(List.of(), fixtures.libraries(), notes);
  }

  Program program(Seat seat, ClassPath libraries, Notes notes) {
    return switch (seat) {
      case SPOTBUGS ->
          Seats.bytecode(
              new Compilation(sources, fixtures.libraries()).classFiles(), libraries, notes);
      case ERROR_PRONE -> new Compilation(sources, fixtures.libraries()).program(notes);
      case SOURCE -> Seats.source(sources, libraries, notes);
    };
  }

  private static List<Path> sourceFolders(Path project) {
    try (Stream<Path> modules = Files.list(project)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
