package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ThreadBoundResourceAcrossAsync",
    summary = "A resource that belongs to one thread, transaction or request is used by a callback",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ThreadBoundResourceAcrossAsync.md")
public final class ThreadBoundResourceAcrossAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
