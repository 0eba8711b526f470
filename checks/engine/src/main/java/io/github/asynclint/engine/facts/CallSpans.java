package io.github.asynclint.engine.facts;

import java.util.List;
import java.util.Optional;

/**
 * Where a call stands in the text, for source-level seats: the material of edits.
 *
 * @param expression the whole call, from the start of its receiver to its closing parenthesis
 * @param name the called method's name, or {@code new} for a constructor
 * @param receiver the explicit receiver expression, if there is one
 * @param arguments one span for each written argument
 * @param statement the expression statement with its semicolon, if the call is one
 */
public record CallSpans(
    Span expression,
    Span name,
    Optional<Span> receiver,
    List<Span> arguments,
    Optional<Span> statement) {
  public CallSpans {
    arguments = List.copyOf(arguments);
  }
}
