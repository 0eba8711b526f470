package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ImplicitCommonPool",
    summary = "Work goes to the common pool because no executor is named",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ImplicitCommonPool.md")
public final class ImplicitCommonPool extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
