package io.github.asynclint.engine.model;

/** What kind of thread runs a piece of code, and whether that thread may be blocked. */
public enum ContextKind {
  /** One thread serves many connections. */
  EVENT_LOOP(true),
  /** The thread that draws: Swing, JavaFX, Android. */
  UI(true),
  /** A few threads, as many as cores: Reactor parallel and single, RxJava computation. */
  NONBLOCKING_SCHEDULER(true),
  /** The one thread that runs a client's or timer's callbacks. */
  SINGLE_TIMER(true),
  /** The thread on which a client library completes its futures or calls back. */
  CLIENT_IO(true),
  ACTOR(true),
  /** ForkJoinPool.commonPool and parallel streams: blocking is discouraged, not forbidden. */
  COMMON_POOL(false),
  /** A pool of the user's with a bound: blocking is its purpose. */
  BOUNDED_EXECUTOR(false),
  /** A client library's own completion pool: blocking starves only that client. */
  CLIENT_POOL(false),
  /** Threads for blocking work: boundedElastic, Schedulers.io, executeBlocking. */
  WORKER(false),
  VIRTUAL(false),
  NEW_THREAD(false),
  /** A thread that somebody chose and nobody here can tell. */
  UNKNOWN(false);

  private final boolean mustNotBlock;

  ContextKind(boolean mustNotBlock) {
    this.mustNotBlock = mustNotBlock;
  }

  /** Whether code on such a thread is an async context in the sense of the rules. */
  public boolean mustNotBlock() {
    return mustNotBlock;
  }
}
