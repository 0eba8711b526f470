package pitfalls.unawaitedfuture;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Futures of the JDK that a statement starts and forgets. */
final class DroppedStatements {
  private static final Logger log = LoggerFactory.getLogger(DroppedStatements.class);

  private final OrderStore store;
  private final HttpClient http;
  private final Executor pool;

  DroppedStatements(OrderStore store, HttpClient http, Executor pool) {
    this.store = store;
    this.http = http;
    this.pool = pool;
  }

  void savedIsLoggedTooEarly(Order order) {
    store.saveAsync(order); // expect: UnawaitedFuture
    log.info("order {} saved", order.id());
  }

  void completionStageDropped(Order order) {
    store.deleteAsync(order.id()); // expect: UnawaitedFuture
  }

  CompletionStage<Void> forgetsTheFirstOfTwoCalls(Order order) {
    store.saveAsync(order); // expect: UnawaitedFuture
    return store.deleteAsync(order.customer());
  }

  void webhookDropped(Order order) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://hooks.example.org/orders"))
            .POST(BodyPublishers.ofString(order.id()))
            .build();
    http.sendAsync(request, BodyHandlers.discarding()); // expect: UnawaitedFuture
  }

  void statusIsMappedAndForgotten(HttpRequest request) {
    http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode)
        .thenCompose(status -> store.loadAsync("o-" + status)); // expect: UnawaitedFuture
  }

  void reindexInTheBackground(Order order) {
    CompletableFuture.runAsync( // expect: UnawaitedFuture
        () -> log.info("reindex {}", order), pool);
  }

  CompletableFuture<Void> forgetsToAssignTheNextLink(List<Order> orders) {
    CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
    for (Order order : orders) {
      chain.thenCompose(done -> store.saveAsync(order)); // expect: UnawaitedFuture
    }
    return chain;
  }

  void onlyOneBranchIsWaitedFor(Order order, boolean archived) throws Exception {
    if (archived) {
      store.deleteAsync(order.id()); // expect: UnawaitedFuture
    } else {
      store.saveAsync(order).get(5, TimeUnit.SECONDS);
    }
  }

  void allOfDropped(Order first, Order second) {
    CompletableFuture.allOf( // expect: UnawaitedFuture
        store.saveAsync(first), store.saveAsync(second));
    log.info("both saved");
  }

  void exceptionIsCaughtOnlyWhenThrownAtOnce(Order order) {
    try {
      store.saveAsync(order); // expect: UnawaitedFuture
    } catch (IllegalStateException closed) {
      log.warn("store is closed", closed);
    }
  }

  void closedInFinally(Order order) throws Exception {
    try {
      store.saveAsync(order).get(5, TimeUnit.SECONDS);
    } finally {
      store.closeAsync(); // expect: UnawaitedFuture
    }
  }

  CompletionStage<Void> returnedToTheCaller(Order order) {
    return store.deleteAsync(order.id());
  }

  CompletableFuture<Void> returnedFromEitherBranch(Order order) {
    return order.cents() > 0 ? store.saveAsync(order) : CompletableFuture.completedFuture(null);
  }

  CompletableFuture<Void> chainedOneAfterTheOther(List<Order> orders) {
    CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
    for (Order order : orders) {
      chain = chain.thenCompose(done -> store.saveAsync(order));
    }
    return chain;
  }

  void waitedForWithATimeout(Order order) throws Exception {
    store.saveAsync(order).get(5, TimeUnit.SECONDS);
  }

  void bodyThatCatchesEverythingItself(Order order) {
    CompletableFuture.runAsync(
        () -> {
          try {
            log.info("reindex {}", order);
          } catch (Exception e) {
            log.error("reindex failed", e);
          }
        },
        pool);
  }
}
