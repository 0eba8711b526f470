package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "LockHeldAcrossAsync",
    summary = "A lock is held across an async call and released by another thread, or not at all",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/LockHeldAcrossAsync.md")
public final class LockHeldAcrossAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
