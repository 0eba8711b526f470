package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "AsyncContractBroken",
    summary = "An override blocks although its contract says that it must not",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/AsyncContractBroken.md")
public final class AsyncContractBroken extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
