package io.github.asynclint.engine.finding;

/**
 * One sentence of a finding's evidence, with the place it speaks of.
 *
 * @param kind what the step tells
 * @param text without the place: {@code handler of Route.handler}
 * @param sourceFile as in {@code Callable.sourceFile()}; "" where there is no source
 * @param line from 1; 0 where it is not known
 */
public record Step(Kind kind, String text, String sourceFile, int line) {
  /** What a step tells. */
  public enum Kind {
    /** On which thread the code runs, and how that is known. */
    RUNS_ON,
    /** The path from the reported place to the evidence; the last step is the evidence. */
    PATH,
    /** Another place that matters. */
    RELATED
  }

  /** The simple file name and line, {@code Checkout.java:41}; "" where there is no source. */
  public String place() {
    if (sourceFile.isEmpty()) {
      return "";
    }
    String file = sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
    return line > 0 ? file + ":" + line : file;
  }

  /** The text with its place in parentheses. */
  @Override
  public String toString() {
    return place().isEmpty() ? text : text + " (" + place() + ")";
  }
}
