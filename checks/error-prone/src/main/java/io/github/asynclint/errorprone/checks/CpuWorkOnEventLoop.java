package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "CpuWorkOnEventLoop",
    summary = "CPU-heavy work runs on a thread that serves many others",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/CpuWorkOnEventLoop.md")
public final class CpuWorkOnEventLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
