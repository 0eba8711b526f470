package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "MisplacedScheduler",
    summary = "A scheduler stands where it does not move the code that it is meant for",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/MisplacedScheduler.md")
public final class MisplacedScheduler extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
