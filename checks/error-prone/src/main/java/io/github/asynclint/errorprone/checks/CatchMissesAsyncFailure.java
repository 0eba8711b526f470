package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "CatchMissesAsyncFailure",
    summary = "A catch clause never sees the failure of the async call in its try",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/CatchMissesAsyncFailure.md")
public final class CatchMissesAsyncFailure extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
