package io.github.asynclint.errorprone.host;

import com.google.common.collect.RangeSet;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.tree.JCTree;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.FindingText;
import io.github.asynclint.engine.finding.Fix;
import java.util.List;
import javax.tools.Diagnostic;

/**
 * Reports the findings of one rule to Error Prone. The subclasses, one for each rule, are generated: they
 * hold nothing but the name, the summary, the severity and the link.
 */
public abstract class RuleChecker extends BugChecker implements CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    List<Finding> findings = CompilationAnalysis.findings(canonicalName(), unit, state);
    // Most files have none, and looking for suppressions goes through the whole tree.
    if (!findings.isEmpty()) {
      report(findings, unit, state);
    }
    return Description.NO_MATCH;
  }

  private void report(List<Finding> findings, CompilationUnitTree unit, VisitorState state) {
    Levels levels = Levels.of(this, state, unit);
    RangeSet<Integer> suppressed = suppressedRegions(state);
    for (Finding finding : findings) {
      int position = position(finding, unit);
      if (!suppressed.contains(position)) {
        levels
            .of(finding.severity())
            .ifPresent(level -> report(finding, position, level == levels.ofCheck(), level, state));
      }
    }
  }

  private void report(
      Finding finding, int position, boolean asCheck, SeverityLevel level, VisitorState state) {
    CompilationUnitTree unit = state.getPath().getCompilationUnit();
    Description.Builder builder =
        // Not a FixedPosition: newer versions made it another kind of type; one jar serves all.
        buildDescription((Tree) new PositionTree(position)).setMessage(FindingText.of(finding));
    for (Fix fix : finding.fixes()) {
      builder.addFix(suggested(fix));
    }
    Description description = builder.build();
    if (asCheck) {
      state.reportMatch(description);
    } else {
      // Error Prone gives all findings of a check one severity; one that is only likely must not fail
      // a build, so it goes to the compiler's log by the way of its public API.
      JavacTrees.instance(state.context)
          .printMessage(
              level == SeverityLevel.WARNING ? Diagnostic.Kind.WARNING : Diagnostic.Kind.NOTE,
              description.getMessage(),
              new PositionTree(position),
              unit);
    }
  }

  private static SuggestedFix suggested(Fix fix) {
    SuggestedFix.Builder builder = SuggestedFix.builder().setShortDescription(fix.title());
    for (Edit edit : fix.edits()) {
      builder.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return builder.build();
  }

  private static int position(Finding finding, CompilationUnitTree unit) {
    return finding
        .highlight()
        .map(span -> span.start())
        .orElseGet(() -> (int) unit.getLineMap().getStartPosition(Math.max(1, finding.line())));
  }

  /** A tree that is nothing but a position. */
  private static final class PositionTree extends JCTree.JCSkip {
    PositionTree(int position) {
      pos = position;
    }
  }
}
