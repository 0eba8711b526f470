package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "BusyWaitOnFuture",
    summary = "A loop polls a future until it is done",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/BusyWaitOnFuture.md")
public final class BusyWaitOnFuture extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
