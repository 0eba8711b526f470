package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ExecutorSelfStarvation",
    summary = "A task waits for another task of the executor that it occupies",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ExecutorSelfStarvation.md")
public final class ExecutorSelfStarvation extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
