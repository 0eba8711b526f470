package pitfalls.unawaitedfuture;

import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dropped chains whose result is consumed and only the failure lost: another rule's business. */
final class EndsInConsumer {
  private static final Logger log = LoggerFactory.getLogger(EndsInConsumer.class);

  private final OrderStore store;

  EndsInConsumer(OrderStore store) {
    this.store = store;
  }

  void endsInThenAccept(String id) {
    store.loadAsync(id).thenAccept(order -> log.info("loaded {}", order)); // expect: UnhandledAsyncFailure
  }

  void endsInThenRun(Order order) {
    store.saveAsync(order).thenRun(() -> log.info("saved")); // expect: UnhandledAsyncFailure
  }

  void endsInOnSuccess(Vertx vertx) {
    vertx.fileSystem().readFile("rates.json").onSuccess(json -> log.info("{} read", json)); // expect: UnhandledAsyncFailure
  }

  void whenCompleteThatIgnoresTheFailure(String id) {
    store.loadAsync(id).whenComplete((order, failure) -> log.info("loaded {}", order)); // expect: UnhandledAsyncFailure
  }

  void handleThatIgnoresTheFailure(Order order) {
    store.saveAsync(order).handle((done, failure) -> order.id()); // expect: UnhandledAsyncFailure
  }
}
