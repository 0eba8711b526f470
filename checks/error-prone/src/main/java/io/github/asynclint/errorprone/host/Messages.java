package io.github.asynclint.errorprone.host;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Step;

/** How does a finding read in the compiler's output? */
final class Messages {
  private Messages() {}

  /** The message, then one line for each step and one for the advice; Error Prone adds the link. */
  static String text(Finding finding) {
    StringBuilder text = new StringBuilder(finding.message());
    String previous = "";
    for (Step step : finding.steps()) {
      String label = label(step.kind());
      text.append(line(label.equals(previous) ? "" : label, step.toString()));
      previous = label;
    }
    if (!finding.advice().isEmpty()) {
      text.append(line("instead", finding.advice()));
    }
    return text.toString();
  }

  private static String line(String label, String text) {
    return String.format("\n    %-10s %s", label, text);
  }

  private static String label(Step.Kind kind) {
    return switch (kind) {
      case RUNS_ON -> "runs on";
      case PATH -> "path";
      case RELATED -> "see";
    };
  }
}
