package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Is a finding without a mark a difference, and is that of a policy one where it should be? */
final class ComparisonTest {
  private static final String ELSEWHERE = "pitfalls/fakeasync/Orders.java";
  private static final String AT_HOME = "pitfalls/noslang/Orders.java";

  @Test
  void aDefectIsToBeMarkedEverywhere() {
    assertThat(differences(List.of(), finding("Defect", ELSEWHERE)))
        .containsExactly(Comparison.Kind.UNEXPECTED);
  }

  @Test
  void aPolicyIsToBeMarkedInItsOwnFixtures() {
    assertThat(differences(List.of(), finding("NoSlang", AT_HOME)))
        .containsExactly(Comparison.Kind.UNEXPECTED);
    assertThat(differences(List.of(), finding("NoSlang", ELSEWHERE))).isEmpty();
  }

  @Test
  void marksOfAPolicyAreHeldToEverywhere() {
    List<Mark> marks = new Marks(Set.of("NoSlang")).of(ELSEWHERE, "f(); // expect: NoSlang likely");
    List<Mark> otherSeat =
        new Marks(Set.of("NoSlang")).of(ELSEWHERE, "f(); // expect[source]: NoSlang - no text");

    assertThat(differences(marks)).containsExactly(Comparison.Kind.MISSING);
    assertThat(differences(marks, finding("NoSlang", ELSEWHERE)))
        .containsExactly(Comparison.Kind.CERTAINTY);
    assertThat(differences(otherSeat, finding("NoSlang", ELSEWHERE)))
        .containsExactly(Comparison.Kind.UNEXPECTED);
  }

  private static List<Comparison.Kind> differences(List<Mark> marks, Finding... findings) {
    Fixtures fixtures =
        new Fixtures(
            Path.of(""),
            new RuleSelection(List.of(new Defect(), new NoSlang())),
            new Sources(new TreeMap<>()),
            marks);
    return Comparison.of(Seat.SPOTBUGS, fixtures, List.of(findings)).differences().stream()
        .map(Comparison.Difference::kind)
        .toList();
  }

  private static Finding finding(String rule, String file) {
    return new Finding(
        rule,
        Finding.Severity.SUGGESTION,
        Certainty.DEFINITE,
        "Orders",
        CallableId.of(new MethodRef("Orders", "load", List.of(), "void")),
        file,
        1,
        Optional.empty(),
        "message",
        List.of(),
        "advice",
        List.of());
  }

  /** Is something wrong? */
  @AsyncRule(summary = "", tier = 1, section = AsyncRule.Section.BLOCKING)
  private static final class Defect implements Rule {
    @Override
    public void check(Subject subject, Reporter reporter) {
      throw new UnsupportedOperationException();
    }
  }

  /** Is something unwanted? */
  @AsyncRule(summary = "", tier = 3, section = AsyncRule.Section.BLOCKING, policy = true)
  private static final class NoSlang implements Rule {
    @Override
    public void check(Subject subject, Reporter reporter) {
      throw new UnsupportedOperationException();
    }
  }
}
