package io.github.asynclint.engine.finding;

/** How does a finding read where plain text is shown: in the compiler's output, in an editor? */
public final class FindingText {
  private FindingText() {}

  /** The message, then one line for each step and one for the advice. */
  public static String of(Finding finding) {
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

  /** Under which word a step is told. */
  public static String label(Step.Kind kind) {
    return switch (kind) {
      case RUNS_ON -> "runs on";
      case PATH -> "path";
      case RELATED -> "see";
    };
  }
}
