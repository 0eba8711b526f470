package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "SubscribeWithoutErrorHandler",
    summary = "A publisher is subscribed to with nobody to take its failure",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/SubscribeWithoutErrorHandler.md")
public final class SubscribeWithoutErrorHandler extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
