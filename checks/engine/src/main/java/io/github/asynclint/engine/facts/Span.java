package io.github.asynclint.engine.facts;

/** A range of characters in a source file: offsets from 0, {@code end} exclusive. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range of characters: " + start + ".." + end);
    }
  }
}
