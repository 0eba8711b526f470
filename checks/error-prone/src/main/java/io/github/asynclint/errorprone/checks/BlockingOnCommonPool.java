package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "BlockingOnCommonPool",
    summary = "A blocking call runs on the common pool",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/BlockingOnCommonPool.md")
public final class BlockingOnCommonPool extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
