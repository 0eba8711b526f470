package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "NeverCompletedFuture",
    summary = "A path neither completes a promise nor hands it on",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/NeverCompletedFuture.md")
public final class NeverCompletedFuture extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
