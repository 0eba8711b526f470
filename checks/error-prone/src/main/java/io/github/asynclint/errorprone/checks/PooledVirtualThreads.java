package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "PooledVirtualThreads",
    summary = "A pool keeps virtual threads for later tasks",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/PooledVirtualThreads.md")
public final class PooledVirtualThreads extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
