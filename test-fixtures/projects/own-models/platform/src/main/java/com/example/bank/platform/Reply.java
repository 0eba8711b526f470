package com.example.bank.platform;

import java.util.function.Consumer;
import java.util.function.Function;

/** A value that arrives later, or a failure instead of it. */
public interface Reply<T> {
  <R> Reply<R> map(Function<T, R> next);

  <R> Reply<R> flatMap(Function<T, Reply<R>> next);

  Reply<T> onFailure(Consumer<Throwable> handler);

  /** Waits for the value. */
  T await();
}
