package io.github.asynclint.errorprone.host;

import com.google.common.collect.RangeSet;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.FixedPosition;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.tree.JCTree;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Fix;
import javax.tools.Diagnostic;

/**
 * Reports the findings of one rule to Error Prone. The subclasses, one for each rule, are generated: they
 * hold nothing but the name, the summary and the severity.
 */
public abstract class RuleChecker extends BugChecker implements CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    SeverityLevel level = state.severityMap().getOrDefault(canonicalName(), defaultSeverity());
    CompilationAnalysis analysis = CompilationAnalysis.of(state);
    boolean askedFor = defaultSeverity() != SeverityLevel.SUGGESTION || level != defaultSeverity();
    if (!askedFor && !analysis.enablesAll()) {
      return Description.NO_MATCH;
    }
    RangeSet<Integer> suppressed = suppressedRegions(state);
    for (Finding finding : analysis.findings(canonicalName(), unit)) {
      int position = position(finding, unit);
      if (!suppressed.contains(position)) {
        report(finding, position, level, unit, state);
      }
    }
    return Description.NO_MATCH;
  }

  private void report(
      Finding finding,
      int position,
      SeverityLevel level,
      CompilationUnitTree unit,
      VisitorState state) {
    FixedPosition at = new FixedPosition(unit, position);
    if (level == SeverityLevel.ERROR && finding.severity() != Finding.Severity.ERROR) {
      // Error Prone knows one severity for each check; a finding that is only likely must not fail a
      // build, so it goes to the compiler's log by the way of its public API.
      Trees trees = JavacTrees.instance(state.context);
      trees.printMessage(
          Diagnostic.Kind.WARNING,
          "[" + canonicalName() + "] " + Messages.text(finding),
          new PositionTree(position),
          unit);
      return;
    }
    Description.Builder description =
        buildDescription(at).setMessage(Messages.text(finding));
    for (Fix fix : finding.fixes()) {
      description.addFix(suggested(fix));
    }
    state.reportMatch(description.build());
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
        .orElseGet(() -> (int) unit.getLineMap().getStartPosition(finding.line()));
  }

  /** A tree that is nothing but a position, for the compiler's log. */
  private static final class PositionTree extends JCTree.JCSkip {
    PositionTree(int position) {
      pos = position;
    }
  }
}
