package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "PinnedVirtualThread",
    summary = "A virtual thread waits inside synchronized, which pins its platform thread",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/PinnedVirtualThread.md")
public final class PinnedVirtualThread extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
