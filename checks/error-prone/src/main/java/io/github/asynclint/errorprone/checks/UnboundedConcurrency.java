package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "UnboundedConcurrency",
    summary = "A thread, task or request is started for each element, without a bound",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/UnboundedConcurrency.md")
public final class UnboundedConcurrency extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
