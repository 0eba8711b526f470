package io.github.asynclint.lsp.text;

import io.github.asynclint.engine.facts.Span;
import java.util.Optional;

/**
 * One replacement of text in a buffer.
 *
 * @param span of the text before
 * @param length of what stands there now
 */
public record Change(Span span, int length) {
  /** Where a place stands after the change; empty if the change touched it. */
  public Optional<Span> moved(Span place) {
    if (place.end() < span.start() || place.end() == span.start() && place.start() < place.end()) {
      return Optional.of(place);
    }
    if (place.start() >= span.end()) {
      int by = length - (span.end() - span.start());
      return Optional.of(new Span(place.start() + by, place.end() + by));
    }
    return Optional.empty();
  }
}
