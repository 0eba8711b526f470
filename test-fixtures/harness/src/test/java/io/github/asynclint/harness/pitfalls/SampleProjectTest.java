package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Does each seat find in the sample project what its marks say, and nothing else? */
@ExtendWith(Harness.Provider.class)
final class SampleProjectTest {
  @ParameterizedTest
  @EnumSource(Seat.class)
  void findsWhatIsMarked(Seat seat, Harness harness) {
    Fixtures fixtures = harness.fixtures();
    Sources sources = Sources.under(sourceFolders(fixtures.home().resolve("test-fixtures/projects/webshop")));
    List<String> notes = new ArrayList<>();
    try (ClassPath libraries = ClassPath.open(List.of(), fixtures.libraries(), notes::add)) {
      Program program =
          switch (seat) {
            case SPOTBUGS ->
                Seats.bytecode(
                    new Compilation(sources, fixtures.libraries()).classFiles(),
                    libraries,
                    notes::add);
            case ERROR_PRONE ->
                new Compilation(sources, fixtures.libraries()).program(notes::add);
            case SOURCE -> Seats.source(sources, libraries, notes::add);
          };
      Marks marks =
          new Marks(
              fixtures.rules().rules().stream().map(Rule::name).collect(Collectors.toSet()));
      List<Mark> expected = new ArrayList<>();
      sources.texts().forEach((file, text) -> expected.addAll(marks.of(file, text)));

      Comparison comparison =
          Comparison.of(
              seat, expected, Outcome.findings(program, fixtures.rules(), notes), sources);

      assertThat(comparison.expected()).hasSizeGreaterThan(10);
      assertThat(comparison.differences()).isEmpty();
      assertThat(notes).isEmpty();
    }
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
