package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "UnawaitedFuture",
    summary = "A future is dropped: nobody awaits its result or learns of its failure",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/UnawaitedFuture.md")
public final class UnawaitedFuture extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
