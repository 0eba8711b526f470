package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ExecutorPerCall",
    summary = "An executor or client is made for each call and never shut down",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ExecutorPerCall.md")
public final class ExecutorPerCall extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
