package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "EagerPublisherArgument",
    summary = "The work for a publisher's value is done when the publisher is built",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/EagerPublisherArgument.md")
public final class EagerPublisherArgument extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
