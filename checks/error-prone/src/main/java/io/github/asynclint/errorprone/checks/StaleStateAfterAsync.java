package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "StaleStateAfterAsync",
    summary = "State is written in a callback from a look at it before the async call",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/StaleStateAfterAsync.md")
public final class StaleStateAfterAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
