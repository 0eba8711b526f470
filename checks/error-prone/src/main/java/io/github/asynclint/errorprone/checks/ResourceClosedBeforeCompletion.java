package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "ResourceClosedBeforeCompletion",
    summary = "A resource is closed while async work still uses it",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/ResourceClosedBeforeCompletion.md")
public final class ResourceClosedBeforeCompletion extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
