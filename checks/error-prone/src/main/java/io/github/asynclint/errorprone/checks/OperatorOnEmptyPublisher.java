package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "OperatorOnEmptyPublisher",
    summary = "A callback never runs: the publisher above it emits no value",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/OperatorOnEmptyPublisher.md")
public final class OperatorOnEmptyPublisher extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
