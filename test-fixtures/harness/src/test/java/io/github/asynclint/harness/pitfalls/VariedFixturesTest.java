package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Do the seats find in fixtures that are written differently what they find in them as written? (Which is
 * what is marked, as {@link ConformanceTest} tests; all variations keep every piece on its line.)
 */
@ExtendWith(Harness.Provider.class)
final class VariedFixturesTest {
  /** So many edits at least, so that a fault in a variation does not make it empty. */
  private static final Map<Variation, Integer> FLOOR =
      Map.of(
          Variation.PARENTHESISED, 15000,
          Variation.EXTRACTED_ARGUMENT, 500,
          Variation.LAMBDA_FOR_REFERENCE, 250,
          Variation.REFERENCE_FOR_LAMBDA, 40,
          Variation.ANONYMOUS_FOR_LAMBDA, 1500,
          Variation.QUALIFIED_NAMES, 6000,
          Variation.VAR, 200);

  @Test
  void variationsDoNotChangeFindings(Harness harness) throws IOException {
    Fixtures fixtures = harness.fixtures();
    Compilation original = new Compilation(fixtures.sources(), fixtures.libraries());
    List<String> differences = new ArrayList<>();
    List<String> tooFew = new ArrayList<>();
    StringBuilder counts = new StringBuilder();
    try (ClassPath libraries = ClassPath.open(List.of(), fixtures.libraries(), note -> {})) {
      for (Variation variation : Variation.values()) {
        VariedSources varied =
            VariedSources.of(variation, fixtures.sources(), original, fixtures.libraries());
        counts.append(
            String.format(
                Locale.ROOT,
                "%-22s %6d edits in %4d files%n",
                variation,
                varied.edits(),
                varied.files()));
        if (varied.edits() < FLOOR.get(variation)) {
          tooFew.add(variation + ": " + varied.edits());
        }
        for (Outcome outcome : outcomes(fixtures, varied, libraries)) {
          compare(variation, harness.outcome(outcome.seat()), outcome, differences);
        }
      }
    }
    System.out.print(counts);
    Files.writeString(
        fixtures.target().resolve("varied.txt"),
        counts + "\n" + String.join("\n", differences) + "\n");

    assertThat(tooFew).as("variations with too few edits").isEmpty();
    assertThat(differences).as("findings that a variation changed").isEmpty();
  }

  private static List<Outcome> outcomes(
      Fixtures fixtures, VariedSources varied, ClassPath libraries) {
    List<Outcome> outcomes = new ArrayList<>();
    // The trees are read before the classes are written: lowering changes them.
    for (Seat seat : List.of(Seat.ERROR_PRONE, Seat.SOURCE, Seat.SPOTBUGS)) {
      List<String> notes = new ArrayList<>();
      Program program =
          switch (seat) {
            case ERROR_PRONE -> varied.compilation().program(notes::add);
            case SOURCE -> Seats.source(varied.sources(), libraries, notes::add);
            case SPOTBUGS ->
                Seats.bytecode(varied.compilation().classFiles(), libraries, notes::add);
          };
      outcomes.add(
          Outcome.ofPackages(seat, program, fixtures.packages(), fixtures.rules(), notes));
    }
    return outcomes;
  }

  private static void compare(
      Variation variation, Outcome written, Outcome varied, List<String> differences) {
    Map<String, Finding> before = byKey(written);
    Map<String, Finding> after = byKey(varied);
    String where = variation + " " + varied.seat().title();
    before.forEach(
        (key, finding) -> {
          if (!after.containsKey(key)) {
            differences.add(where + " lost " + Outcome.describe(finding));
          }
        });
    after.forEach(
        (key, finding) -> {
          if (!before.containsKey(key)) {
            differences.add(where + " added " + Outcome.describe(finding));
          }
        });
    varied.notes().stream()
        .filter(note -> !written.notes().contains(note))
        .forEach(note -> differences.add(where + " noted " + note));
  }

  private static Map<String, Finding> byKey(Outcome outcome) {
    Map<String, Finding> findings = new TreeMap<>();
    for (Finding each : outcome.findings()) {
      findings.put(
          each.sourceFile() + ":" + each.line() + " " + each.rule() + " " + each.certainty(), each);
    }
    return findings;
  }
}
