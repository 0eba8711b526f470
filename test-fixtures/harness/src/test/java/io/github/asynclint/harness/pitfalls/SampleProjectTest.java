package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    SampleProject project = new SampleProject(fixtures);
    Sources sources = project.sources();
    List<String> notes = new ArrayList<>();
    try (ClassPath libraries = project.libraries(notes::add)) {
      Program program = project.program(seat, libraries, notes::add);
      Marks marks =
          new Marks(
              fixtures.rules().rules().stream().map(Rule::name).collect(Collectors.toSet()));
      List<Mark> expected = new ArrayList<>();
      sources.texts().forEach((file, text) -> expected.addAll(marks.of(file, text)));

      Comparison comparison =
          Comparison.of(
              seat,
              new Fixtures(fixtures.home(), fixtures.rules(), sources, expected),
              Outcome.findings(program, fixtures.rules(), notes));

      assertThat(comparison.expected()).hasSizeGreaterThan(10);
      assertThat(comparison.differences()).isEmpty();
      assertThat(notes).isEmpty();
    }
  }
}
