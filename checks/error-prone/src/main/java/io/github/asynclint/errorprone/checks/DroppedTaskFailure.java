package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "DroppedTaskFailure",
    summary = "A task's failure goes into a future that nobody reads",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/DroppedTaskFailure.md")
public final class DroppedTaskFailure extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
