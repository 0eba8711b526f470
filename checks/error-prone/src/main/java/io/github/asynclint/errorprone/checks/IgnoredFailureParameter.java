package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "IgnoredFailureParameter",
    summary = "A handler of both outcomes uses the result and ignores the failure",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/IgnoredFailureParameter.md")
public final class IgnoredFailureParameter extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
