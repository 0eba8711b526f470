package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.Priorities;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.Certainty;
import java.util.Locale;

/** How does SpotBugs call what the rules find? */
final class BugTypes {
  static final String CATEGORY = "ASYNC";

  private BugTypes() {}

  /** The bug pattern of a rule: {@code UnawaitedFuture} is {@code ASYNC_UNAWAITED_FUTURE}. */
  static String of(String rule) {
    String words = rule.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_");
    return CATEGORY + "_" + words.toUpperCase(Locale.ROOT);
  }

  static int priority(Finding finding) {
    if (finding.severity() == Finding.Severity.SUGGESTION) {
      return Priorities.LOW_PRIORITY;
    }
    return finding.certainty() == Certainty.DEFINITE
        ? Priorities.HIGH_PRIORITY
        : Priorities.NORMAL_PRIORITY;
  }
}
