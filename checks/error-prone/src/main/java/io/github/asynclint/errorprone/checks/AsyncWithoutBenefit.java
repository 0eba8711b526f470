package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "AsyncWithoutBenefit",
    summary = "Work is handed to another thread and waited for at once, or a value wrapped for nothing",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/AsyncWithoutBenefit.md")
public final class AsyncWithoutBenefit extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
