package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "CompletionUnderLock",
    summary = "A future is completed while a lock is held",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/CompletionUnderLock.md")
public final class CompletionUnderLock extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
