package io.github.asynclint.engine.model;

/** How sure a statement is. The certainty of a conclusion is the weakest of those it rests on. */
public enum Certainty {
  LIKELY,
  DEFINITE;

  public Certainty and(Certainty other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
