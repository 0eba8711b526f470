package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Fix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each offered fix is applied alone to its file: that compiles, and only its finding is gone. */
class FixesTest {
  private static final Comparator<Edit> LAST_FIRST =
      Comparator.comparing((Edit edit) -> edit.span().start()).reversed();

  private record Mark(String file, String rule, int position) {
    static Mark of(Finding finding) {
      return new Mark(
          finding.sourceFile(), finding.rule(), finding.highlight().orElseThrow().start());
    }
  }

  private record Trial(Finding finding, Fix fix) {
    @Override
    public String toString() {
      return finding.sourceFile() + ":" + finding.line() + " " + finding.rule();
    }
  }

  @ParameterizedTest
  @CsvSource({"unawaitedfuture, 25", "unsubscribedpublisher, 2", "nestedfuture, 5"})
  void everyFixMendsItsFinding(String folder, int atLeast) throws IOException {
    List<String> failures = new ArrayList<>();
    int tried = 0;
    try (FixturePackage fixtures = new FixturePackage(folder)) {
      FixturePackage.Outcome before = fixtures.asWritten();
      assertThat(before.errors()).isEmpty();
      for (Map<String, Trial> round : rounds(before.findings())) {
        tried += round.size();
        failures.addAll(run(fixtures, before.findings(), round));
      }
      System.out.printf(
          "%s: %d fixes of %d findings tried%n", folder, tried, before.findings().size());
    }
    assertThat(failures).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(atLeast);
  }

  /** Each round changes a file once, so that a fix is alone in its file. */
  private static List<Map<String, Trial>> rounds(List<Finding> findings) {
    List<Map<String, Trial>> rounds = new ArrayList<>();
    for (Finding finding : findings) {
      for (Fix fix : finding.fixes()) {
        String file = finding.sourceFile();
        Map<String, Trial> round =
            rounds.stream()
                .filter(each -> !each.containsKey(file))
                .findFirst()
                .orElseGet(
                    () -> {
                      rounds.add(new TreeMap<>());
                      return rounds.get(rounds.size() - 1);
                    });
        round.put(file, new Trial(finding, fix));
      }
    }
    return rounds;
  }

  private static List<String> run(
      FixturePackage fixtures, List<Finding> before, Map<String, Trial> round)
      throws IOException {
    Map<String, String> texts = new TreeMap<>();
    round.forEach((file, trial) -> texts.put(file, apply(trial.fix(), fixtures.text(file))));
    FixturePackage.Outcome after = fixtures.with(texts);
    List<String> failures = new ArrayList<>();
    after.errors().forEach(error -> failures.add(error + " after one of " + round.values()));
    Set<Mark> allowed =
        before.stream()
            .filter(each -> !isMended(each, round))
            .map(each -> moved(Mark.of(each), round))
            .collect(Collectors.toSet());
    for (Finding each : after.findings()) {
      if (!allowed.contains(Mark.of(each))) {
        failures.add(
            each.sourceFile() + ":" + each.line() + " " + each.message() + " after " + round);
      }
    }
    return failures;
  }

  private static boolean isMended(Finding finding, Map<String, Trial> round) {
    Trial trial = round.get(finding.sourceFile());
    return trial != null && trial.finding() == finding;
  }

  private static String apply(Fix fix, String text) {
    StringBuilder changed = new StringBuilder(text);
    for (Edit edit : fix.edits().stream().sorted(LAST_FIRST).toList()) {
      changed.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return changed.toString();
  }

  /** Where the finding stands once the fix of its file is applied. */
  private static Mark moved(Mark mark, Map<String, Trial> round) {
    Trial trial = round.get(mark.file());
    if (trial == null) {
      return mark;
    }
    int position = mark.position();
    for (Edit edit : trial.fix().edits()) {
      if (edit.span().end() <= mark.position()) {
        position += edit.replacement().length() - (edit.span().end() - edit.span().start());
      }
    }
    return new Mark(mark.file(), mark.rule(), position);
  }
}
