package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "BlockingCallInAsyncContext",
    summary = "A blocking call runs on a thread that must not block",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/BlockingCallInAsyncContext.md")
public final class BlockingCallInAsyncContext extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
