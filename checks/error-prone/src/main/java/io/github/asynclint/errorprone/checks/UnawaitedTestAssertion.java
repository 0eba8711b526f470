package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "UnawaitedTestAssertion",
    summary = "An assertion that the test does not wait for: the test passes whatever comes out",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/UnawaitedTestAssertion.md")
public final class UnawaitedTestAssertion extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
