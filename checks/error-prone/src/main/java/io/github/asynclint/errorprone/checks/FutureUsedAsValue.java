package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "FutureUsedAsValue",
    summary = "A future or publisher is used as if it were its value",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/FutureUsedAsValue.md")
public final class FutureUsedAsValue extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
