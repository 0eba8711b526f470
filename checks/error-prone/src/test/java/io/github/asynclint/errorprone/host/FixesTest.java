package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Fix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each offered fix is applied alone to its fixture: that compiles, and only its finding is gone. */
class FixesTest {
  private static final Comparator<Edit> LAST_FIRST =
      Comparator.comparing((Edit edit) -> edit.span().start()).reversed();

  private record Mark(String file, String rule, int position) {
    static Mark of(Finding finding) {
      return new Mark(
          finding.sourceFile(), finding.rule(), finding.highlight().orElseThrow().start());
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
      for (Finding finding : before.findings()) {
        for (Fix fix : finding.fixes()) {
          tried++;
          trial(fixtures, before.findings(), finding, fix, failures);
        }
      }
      System.out.printf(
          "%s: %d fixes of %d findings tried%n", folder, tried, before.findings().size());
    }
    assertThat(failures).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(atLeast);
  }

  private static void trial(
      FixturePackage fixtures,
      List<Finding> before,
      Finding finding,
      Fix fix,
      List<String> failures)
      throws IOException {
    String file = finding.sourceFile();
    String text = apply(fix, fixtures.text(file));
    FixturePackage.Outcome after = fixtures.with(file, text);
    String what = finding.rule() + " at " + file + ":" + finding.line() + ", " + fix.title();
    if (!after.errors().isEmpty()) {
      failures.add(what + " does not compile: " + after.errors());
      return;
    }
    Set<Mark> allowed =
        before.stream()
            .filter(each -> each != finding)
            .map(each -> moved(Mark.of(each), file, fix))
            .collect(Collectors.toSet());
    for (Finding each : after.findings()) {
      if (!allowed.contains(Mark.of(each))) {
        failures.add(what + " leaves or adds line " + each.line() + ": " + each.message());
      }
    }
  }

  private static String apply(Fix fix, String text) {
    StringBuilder changed = new StringBuilder(text);
    for (Edit edit : fix.edits().stream().sorted(LAST_FIRST).toList()) {
      changed.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return changed.toString();
  }

  /** Where the finding stands once the fix is applied. */
  private static Mark moved(Mark mark, String file, Fix fix) {
    int position = mark.position();
    if (mark.file().equals(file)) {
      for (Edit edit : fix.edits()) {
        if (edit.span().end() <= mark.position()) {
          position += edit.replacement().length() - (edit.span().end() - edit.span().start());
        }
      }
    }
    return new Mark(mark.file(), mark.rule(), position);
  }
}
