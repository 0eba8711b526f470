package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Span;

/** What in a source file can be asked for its color? */
public sealed interface Spot {
  /** The characters that stand for it. */
  Span span();

  /** The body itself, or the one that the call or reference stands in. */
  CallableId body();

  /** A method's name, or a lambda's parameters and arrow. */
  record Declaration(Span span, CallableId body) implements Spot {}

  /** A method reference. */
  record Reference(Span span, CallableId body, Event.FunctionObject function) implements Spot {}

  /** A called method's name. */
  record Call(Span span, CallableId body, Event.Call call) implements Spot {}
}
