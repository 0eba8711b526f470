package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ExitBeforeCompletion",
    summary = "The program ends before the async work that main has started",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ExitBeforeCompletion.md")
public final class ExitBeforeCompletion extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
