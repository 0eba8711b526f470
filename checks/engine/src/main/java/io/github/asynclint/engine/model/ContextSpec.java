package io.github.asynclint.engine.model;

/**
 * Which thread a model names for a callback, a switch or a completion: an absolute context, or one
 * relative to the call.
 */
public sealed interface ContextSpec {
  /** The same context wherever the call stands. */
  record Absolute(NamedContext context) implements ContextSpec {}

  /** The executor or scheduler that the argument with that index is. */
  record Argument(int index) implements ContextSpec {}

  /** A context relative to the call. */
  enum Relative implements ContextSpec {
    /** The caller of the method, before the method returns. */
    CALLER,
    /** Whoever subscribes to the publisher that the call builds. */
    SUBSCRIBER,
    /** The thread on which the receiver (a publisher) emits its signals. */
    UPSTREAM,
    /** The thread that completes the receiver (a future), or the caller if it is complete already. */
    COMPLETER,
    /** The receiver is itself the executor or scheduler. */
    RECEIVER,
    /** The publisher or future that the callback returns decides. */
    INNER,
    /** Not known, or several: rules are silent. */
    ANY
  }
}
