package io.github.asynclint.errorprone.host;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Step;

/** How does a finding read in the compiler's output? */
final class Messages {
  private Messages() {}

  static String text(Finding finding) {
    StringBuilder text = new StringBuilder(finding.message());
    for (Step step : finding.steps()) {
      String label =
          switch (step.kind()) {
            case RUNS_ON -> "runs on";
            case PATH -> "path";
            case RELATED -> "see";
          };
      text.append("\n    ").append(String.format("%-10s %s", label, step));
    }
    return text.append("\n    ").append(String.format("%-10s %s", "instead", finding.advice()))
        .toString();
  }
}
