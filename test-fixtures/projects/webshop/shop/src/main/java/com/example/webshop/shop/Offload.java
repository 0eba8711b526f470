package com.example.webshop.shop;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door from the event loop to the worker pool. */
final class Offload {
  private static final Logger log = LoggerFactory.getLogger(Offload.class);

  private final Vertx vertx;

  Offload(Vertx vertx) {
    this.vertx = vertx;
  }

  <T> Future<T> call(String name, Callable<T> work) {
    return vertx.executeBlocking(
        () -> {
          log.debug("{} on {}", name, Thread.currentThread().getName());
          return work.call();
        },
        false);
  }

  /** For work whose outcome nobody asks about: a failure is written to the log. */
  void inBackground(String name, Runnable work) {
    vertx
        .executeBlocking(Executors.callable(work), false)
        .onFailure(failure -> log.warn("{} failed", name, failure));
  }
}
