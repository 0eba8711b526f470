package io.github.asynclint.engine.model;

/**
 * What the models say of a type, own rows first, then those of its supertypes.
 *
 * @param kind the async nature of its values
 * @param threadSafe false only where a row says that instances are not safe to share
 */
public record TypeModel(Kind kind, boolean threadSafe) {
  public static final TypeModel NONE = new TypeModel(Kind.NONE, true);

  /** The async natures of values, and what ties them to a thread. */
  public enum Kind {
    NONE,
    /** Eager: the work is under way. */
    FUTURE,
    /** A future that its holder completes. */
    PROMISE,
    /** Lazy: nothing runs until somebody subscribes. */
    PUBLISHER,
    /** Emits whether or not anybody subscribes; dropping it loses nothing (processors, sinks). */
    HOT_SOURCE,
    EXECUTOR,
    /** Serves the thread or transaction that it was obtained for; of an annotation: so does the work. */
    THREAD_BOUND,
    /** Is good until the request is over that it belongs to. */
    REQUEST_BOUND;

    /** Whether dropping such a value loses a result or a failure. */
    public boolean isFuture() {
      return this == FUTURE || this == PROMISE;
    }

    public boolean isAsync() {
      return isFuture() || this == PUBLISHER;
    }
  }
}
