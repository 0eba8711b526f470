package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Do the seats find in fixtures that are written differently what they find in them as written? (Which is
 * what is marked, as {@link ConformanceTest} tests; all variations keep every piece on its line.)
 */
@ExtendWith(Harness.Provider.class)
final class VariedFixturesTest {
  /** So many edits at least, so that a fault in a variation does not make it empty. */
  private static final Map<Variation, Long> FLOOR =
      Map.of(
          Variation.PARENTHESISED, 15000L,
          Variation.EXTRACTED_ARGUMENT, 500L,
          Variation.LAMBDA_FOR_REFERENCE, 250L,
          Variation.REFERENCE_FOR_LAMBDA, 40L,
          Variation.ANONYMOUS_FOR_LAMBDA, 1500L,
          Variation.QUALIFIED_NAMES, 6000L,
          Variation.VAR, 200L);

  /** Variations that touch different pieces are tried at once: each pass reads all in three seats. */
  private static final List<List<Variation>> PASSES =
      List.of(
          List.of(Variation.PARENTHESISED, Variation.QUALIFIED_NAMES, Variation.VAR),
          List.of(
              Variation.EXTRACTED_ARGUMENT,
              Variation.LAMBDA_FOR_REFERENCE,
              Variation.REFERENCE_FOR_LAMBDA),
          List.of(Variation.ANONYMOUS_FOR_LAMBDA));

  /**
   * What differs in all seats and may: a lambda whose body is an expression may yield it even to an
   * interface that ignores it, so the rule on nested results speaks; in a block it is a statement, and
   * the rule on dropped results speaks.
   */
  private static final List<String> KNOWN =
      List.of(
          "[ANONYMOUS_FOR_LAMBDA] lost pitfalls/nestedfuture/MutinyPipelines.java:37 NestedFuture",
          "[ANONYMOUS_FOR_LAMBDA] added pitfalls/nestedfuture/MutinyPipelines.java:37"
              + " UnsubscribedPublisher");

  @Test
  void everyVariationIsTriedOnce() {
    assertThat(PASSES.stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(Variation.values());
  }

  @Test
  void variationsDoNotChangeFindings(Harness harness) throws IOException {
    Fixtures fixtures = harness.fixtures();
    Compilation original = new Compilation(fixtures.sources(), fixtures.libraries());
    List<String> differences = new ArrayList<>();
    SortedMap<Variation, Long> edits = new TreeMap<>();
    try (ClassPath libraries = ClassPath.open(List.of(), fixtures.libraries(), note -> {})) {
      for (List<Variation> pass : PASSES) {
        VariedSources varied =
            VariedSources.of(pass, fixtures.sources(), original, fixtures.libraries());
        edits.putAll(varied.edits());
        for (Outcome outcome : outcomes(fixtures, varied, libraries)) {
          compare(pass, fixtures, harness.outcome(outcome.seat()), outcome, differences);
        }
      }
    }
    Files.writeString(
        fixtures.target().resolve("varied.txt"),
        edits + "\n\n" + String.join("\n", differences) + "\n");

    FLOOR.forEach(
        (variation, floor) ->
            assertThat(edits.getOrDefault(variation, 0L))
                .as("edits of %s", variation)
                .isGreaterThanOrEqualTo(floor));
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
      List<Variation> pass,
      Fixtures fixtures,
      Outcome written,
      Outcome varied,
      List<String> differences) {
    Map<String, Finding> before = byKey(fixtures, written);
    Map<String, Finding> after = byKey(fixtures, varied);
    Set<String> cured = new TreeSet<>(KNOWN);
    cured.removeIf(known -> !known.startsWith(pass + " "));
    List<String> found = new ArrayList<>();
    before.forEach(
        (key, finding) -> {
          if (!after.containsKey(key)) {
            found.add(pass + " lost " + Outcome.describe(finding));
          }
        });
    after.forEach(
        (key, finding) -> {
          if (!before.containsKey(key)) {
            found.add(pass + " added " + Outcome.describe(finding));
          }
        });
    found.removeIf(
        difference ->
            KNOWN.stream()
                .filter(known -> difference.startsWith(known + " "))
                .peek(cured::remove)
                .findAny()
                .isPresent());
    cured.forEach(known -> found.add(known + ": no longer differs"));
    varied.notes().stream()
        .filter(note -> !written.notes().contains(note))
        .forEach(note -> found.add(pass + " noted " + note));
    found.forEach(difference -> differences.add(varied.seat().title() + " " + difference));
  }

  private static Map<String, Finding> byKey(Fixtures fixtures, Outcome outcome) {
    Map<String, Finding> findings = new TreeMap<>();
    for (Finding each : outcome.findings()) {
      if (fixtures.compares(each)) {
        findings.put(
            each.sourceFile() + ":" + each.line() + " " + each.rule() + " " + each.certainty(),
            each);
      }
    }
    return findings;
  }
}
