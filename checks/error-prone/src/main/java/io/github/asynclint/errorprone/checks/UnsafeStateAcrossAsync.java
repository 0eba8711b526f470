package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "UnsafeStateAcrossAsync",
    summary = "State that is not thread-safe is shared across an async call",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/UnsafeStateAcrossAsync.md")
public final class UnsafeStateAcrossAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
