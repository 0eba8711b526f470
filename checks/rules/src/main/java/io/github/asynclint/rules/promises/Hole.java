package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;

/**
 * Where is a promise left open?
 *
 * @param text what happens there, as a clause
 * @param event the event of the promise's own body that the path goes through, or -1
 */
public record Hole(String text, String sourceFile, int line, Certainty certainty, int event) {
  public Step step() {
    return new Step(Step.Kind.RELATED, text, sourceFile, line);
  }

  Hole through(int newEvent) {
    return new Hole(text, sourceFile, line, certainty, newEvent);
  }

  Hole likely() {
    return new Hole(text, sourceFile, line, Certainty.LIKELY, event);
  }
}
