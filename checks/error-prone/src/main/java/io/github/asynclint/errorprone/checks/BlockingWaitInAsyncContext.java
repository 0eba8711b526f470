package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "BlockingWaitInAsyncContext",
    summary = "A thread that must not block waits for an async result",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/BlockingWaitInAsyncContext.md")
public final class BlockingWaitInAsyncContext extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
