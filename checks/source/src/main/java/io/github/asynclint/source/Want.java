package io.github.asynclint.source;

import io.github.asynclint.engine.facts.Event.Sink;
import io.github.asynclint.engine.facts.Span;
import java.util.Optional;

/** What does the surrounding code do with the value of an expression? */
record Want(Sink sink, String local, Optional<Span> statement) {
  static final Want USED = new Want(Sink.USED, "", Optional.empty());
  static final Want VOID_LAMBDA = new Want(Sink.VOID_LAMBDA, "", Optional.empty());

  static Want statement(Optional<Span> span) {
    return new Want(Sink.STATEMENT, "", span);
  }

  static Want local(String name, boolean read) {
    return new Want(read ? Sink.USED : Sink.UNUSED_LOCAL, name, Optional.empty());
  }
}
