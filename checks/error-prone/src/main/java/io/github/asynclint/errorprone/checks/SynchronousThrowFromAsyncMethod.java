package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "SynchronousThrowFromAsyncMethod",
    summary = "A method of async type throws instead of returning a failed result",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/SynchronousThrowFromAsyncMethod.md")
public final class SynchronousThrowFromAsyncMethod extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
