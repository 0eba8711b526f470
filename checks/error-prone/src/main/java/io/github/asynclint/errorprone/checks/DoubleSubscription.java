package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "DoubleSubscription",
    summary = "A cold publisher is subscribed to more than once: its work runs again each time",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/DoubleSubscription.md")
public final class DoubleSubscription extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
