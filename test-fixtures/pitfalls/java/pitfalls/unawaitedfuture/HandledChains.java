package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chains that end as a statement: some look at the failure, the others lose it. */
final class HandledChains {
  private static final Logger log = LoggerFactory.getLogger(HandledChains.class);

  private final OrderStore store;

  HandledChains(OrderStore store) {
    this.store = store;
  }

  void endsInExceptionally(Order order) {
    store
        .saveAsync(order)
        .exceptionally(
            failure -> {
              log.error("could not save {}", order.id(), failure);
              return null;
            });
  }

  void endsInWhenCompleteThatLogsTheFailure(Order order) {
    store
        .deleteAsync(order.id())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.error("could not delete {}", order.id(), failure);
              }
            });
  }

  void endsInHandleThatBranchesOnTheFailure(String id) {
    store.loadAsync(id).handle((order, failure) -> failure == null ? order.cents() : -1L);
  }

  void handlerIsAMethodReference(String id) {
    store.loadAsync(id).whenComplete(this::loaded);
  }

  private void loaded(Order order, Throwable failure) {
    if (failure instanceof CompletionException wrapped) {
      log.error("load failed", wrapped.getCause());
    } else {
      log.info("loaded {}", order);
    }
  }

  void consumerFollowedByAHandler(String id) {
    store
        .loadAsync(id)
        .thenAccept(order -> log.info("loaded {}", order))
        .exceptionally(
            failure -> {
              log.error("load failed", failure);
              return null;
            });
  }

  CompletableFuture<Order> completedFromTheCallback(String id) {
    CompletableFuture<Order> result = new CompletableFuture<>();
    store
        .loadAsync(id)
        .whenComplete(
            (order, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else {
                result.complete(order);
              }
            });
    return result;
  }

  CompletableFuture<Order> timeoutSetOnTheReturnedFuture(String id) {
    CompletableFuture<Order> loading = store.loadAsync(id);
    loading.orTimeout(2, TimeUnit.SECONDS);
    return loading;
  }

  CompletableFuture<Order> defaultSetOnTheReturnedFuture(String id) {
    CompletableFuture<Order> loading = store.loadAsync(id);
    loading.completeOnTimeout(new Order(id, "unknown", 0), 2, TimeUnit.SECONDS);
    return loading;
  }

  CompletableFuture<String> completedAsynchronously(Order order) {
    CompletableFuture<String> label = new CompletableFuture<>();
    label.completeAsync(() -> order.id() + "/" + order.customer());
    return label;
  }

  void timeoutDoesNotHandleTheFailure(Order order) {
    store.saveAsync(order).orTimeout(2, TimeUnit.SECONDS); // expect: UnawaitedFuture
  }

  void mappedButNotHandled(String id) {
    store.loadAsync(id).thenApply(Order::cents); // expect: UnawaitedFuture
  }

  CompletionStage<Void> flushAfterDeleteIsLost(Order order) {
    CompletionStage<Void> deleting = store.deleteAsync(order.id());
    deleting.thenCompose(done -> store.flushAsync()); // expect: UnawaitedFuture
    return deleting;
  }
}
