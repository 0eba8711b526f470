package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ThreadLocalAcrossAsync",
    summary = "A value that belongs to a thread is read on another one, which does not have it",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ThreadLocalAcrossAsync.md")
public final class ThreadLocalAcrossAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
