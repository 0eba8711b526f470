package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "NestedSubscribe",
    summary = "A publisher is subscribed to inside a chain that does not wait for it",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/NestedSubscribe.md")
public final class NestedSubscribe extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
