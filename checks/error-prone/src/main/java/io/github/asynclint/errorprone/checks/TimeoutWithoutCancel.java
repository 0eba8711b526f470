package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "TimeoutWithoutCancel",
    summary = "A task that nobody waits for any more is not cancelled",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/TimeoutWithoutCancel.md")
public final class TimeoutWithoutCancel extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
