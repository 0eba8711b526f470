package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does less information only ever remove findings? */
@ExtendWith(Harness.Provider.class)
final class LessInformationTest {
  /** For each kind of information; with four kinds about a minute of CPU. */
  private static final int SEEDS = 10;

  @Test
  void lessInformationOnlyRemovesFindings(Harness harness) throws IOException {
    Fixtures fixtures = harness.fixtures();
    List<String> notes = new ArrayList<>();
    Program full =
        Seats.program(
            Seat.SPOTBUGS,
            fixtures.sources(),
            fixtures.classes(),
            fixtures.libraries(),
            notes::add);
    Set<String> allowed = keys(harness.outcome(Seat.SPOTBUGS).findings());
    Set<String> places =
        harness.outcome(Seat.SPOTBUGS).findings().stream()
            .map(LessInformationTest::place)
            .collect(Collectors.toSet());
    List<String> added = new ArrayList<>();
    int fewer = 0;
    for (LessInformation.Kind kind : LessInformation.Kind.values()) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        Program less = new LessInformation(full, kind, seed);
        Outcome outcome =
            Outcome.ofPackages(
                Seat.SPOTBUGS, less, fixtures.packages(), fixtures.rules(), new ArrayList<>());
        fewer += keys(outcome.findings()).size() < allowed.size() ? 1 : 0;
        for (Finding finding : outcome.findings()) {
          if (!allowed.contains(key(finding))) {
            String what = places.contains(place(finding)) ? "other rule, " : "new place, ";
            added.add(what + kind + " seed " + seed + ": " + Outcome.describe(finding));
          }
        }
        for (String note : outcome.notes()) {
          added.add(kind + " seed " + seed + ": " + note);
        }
      }
    }
    Files.writeString(
        fixtures.target().resolve("less-information.txt"), String.join("\n", added) + "\n");

    assertThat(fewer).as("runs that lost findings: else nothing was forgotten").isPositive();
    assertThat(added).as("findings that less information added").isEmpty();
  }

  private static Set<String> keys(List<Finding> findings) {
    return findings.stream()
        .map(LessInformationTest::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(Finding finding) {
    return finding.rule() + " " + place(finding);
  }

  private static String place(Finding finding) {
    return finding.sourceFile() + ":" + finding.line();
  }
}
