package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "PeriodicTaskDies",
    summary = "A periodic task lets an exception out, which silently ends its schedule",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/PeriodicTaskDies.md")
public final class PeriodicTaskDies extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
