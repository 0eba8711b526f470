package io.github.asynclint.engine.finding;

import io.github.asynclint.engine.facts.Span;

/** Replaces a range of characters of a source file; an empty range inserts. */
public record Edit(Span span, String replacement) {
  public static Edit insert(int offset, String text) {
    return new Edit(new Span(offset, offset), text);
  }
}
