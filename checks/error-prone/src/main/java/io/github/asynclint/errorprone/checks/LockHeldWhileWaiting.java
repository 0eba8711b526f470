package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "LockHeldWhileWaiting",
    summary = "A thread waits while it holds a lock",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/LockHeldWhileWaiting.md")
public final class LockHeldWhileWaiting extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
