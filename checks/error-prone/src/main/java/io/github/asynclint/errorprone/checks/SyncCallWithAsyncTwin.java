package io.github.asynclint.errorprone.checks;

import com.google.errorprone.BugPattern;
import io.github.asynclint.errorprone.host.RuleChecker;

/** The findings of the rule of that name; generated from it by ShellsTest. */
@BugPattern(
    name = "SyncCallWithAsyncTwin",
    summary = "A synchronous method is called in async code although it has an async twin",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.CUSTOM,
    link = "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/SyncCallWithAsyncTwin.md")
public final class SyncCallWithAsyncTwin extends RuleChecker {
  private static final long serialVersionUID = 1L;
}
