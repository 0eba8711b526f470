package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Event.Sink;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Span;
import java.util.Optional;

/** What does the surrounding code do with the value of an expression? */
public record Want(Sink sink, String local, Optional<Span> statement) {
  public static final Want USED = new Want(Sink.USED, "", Optional.empty());
  public static final Want VOID_LAMBDA = new Want(Sink.VOID_LAMBDA, "", Optional.empty());

  public static Want statement(Optional<Span> span) {
    return new Want(Sink.STATEMENT, "", span);
  }

  public static Want local(String name, boolean read) {
    return new Want(read ? Sink.USED : Sink.UNUSED_LOCAL, name, Optional.empty());
  }

  /** The same for a call of this method: one without a result has nothing that could be lost. */
  public Want of(MethodRef target) {
    return target.returnsVoid() ? USED : this;
  }
}
