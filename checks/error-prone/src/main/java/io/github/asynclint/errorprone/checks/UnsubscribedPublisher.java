package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "UnsubscribedPublisher",
    summary = "A lazy publisher is dropped: its work never runs",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/UnsubscribedPublisher.md")
public final class UnsubscribedPublisher extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
