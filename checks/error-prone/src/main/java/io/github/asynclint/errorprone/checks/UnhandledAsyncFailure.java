package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "UnhandledAsyncFailure",
    summary = "A chain ends in a stage that does not look at the failure, and nobody else does",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/UnhandledAsyncFailure.md")
public final class UnhandledAsyncFailure extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
