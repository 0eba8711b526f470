package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Futures that a statement seems to forget but that somebody holds: fields, objects, callers. */
final class KeptFutures {
  private static final Logger log = LoggerFactory.getLogger(KeptFutures.class);

  record Receipt(Order order, Future<?> saving) {}

  /** An object that waits for the future it was given. */
  static final class Pending {
    private final CompletableFuture<Order> order;

    Pending(CompletableFuture<Order> order) {
      this.order = order;
    }

    CompletableFuture<String> label() {
      return order.thenApply(Order::customer);
    }
  }

  private final OrderStore store;
  private final CompletableFuture<Void> ready;
  private volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

  KeptFutures(OrderStore store) {
    this.store = store;
    this.ready = store.flushAsync();
  }

  CompletableFuture<Void> whenReady() {
    return ready;
  }

  void assignmentAsALambda(Executor pool) {
    pool.execute(() -> running = store.flushAsync());
  }

  boolean idle() {
    return running.isDone();
  }

  Receipt insideARecord(Order order) {
    return new Receipt(order, store.saveAsync(order));
  }

  CompletableFuture<String> insideAnObject(String id) {
    Pending pending = new Pending(store.loadAsync(id));
    return pending.label();
  }

  Future<?>[] insideAnArray(Order first, Order second) {
    return new Future<?>[] {store.saveAsync(first), store.saveAsync(second)};
  }

  CompletableFuture<Void> chosenByASwitch(Order order, String action) {
    return switch (action) {
      case "save" -> store.saveAsync(order);
      case "flush" -> store.flushAsync();
      default -> CompletableFuture.completedFuture(null);
    };
  }

  CompletableFuture<Order> polledUntilPaid(String id, int attempts) {
    return store
        .loadAsync(id)
        .thenCompose(
            order ->
                order.cents() > 0 || attempts == 0
                    ? CompletableFuture.completedFuture(order)
                    : polledUntilPaid(id, attempts - 1));
  }

  void pollStarted(String id) {
    polledUntilPaid(id, 5); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> usedOnOnePathOnly(Order order, boolean wait) {
    CompletableFuture<Void> saving = store.saveAsync(order);
    if (wait) {
      return saving;
    }
    return saving.exceptionally(
        failure -> {
          log.warn("not saved", failure);
          return null;
        });
  }

  Supplier<CompletionStage<Void>> capturedByALambda(Order order) {
    CompletionStage<Void> deleting = store.deleteAsync(order.id());
    return () -> deleting;
  }

  void cancelledAtOnce(String id) {
    CompletableFuture<Order> loading = store.loadAsync(id);
    loading.cancel(true);
  }

  void returnedByAnAnonymousSupplier(Order order) {
    Supplier<CompletableFuture<Void>> save =
        new Supplier<>() {
          @Override
          public CompletableFuture<Void> get() {
            return store.saveAsync(order);
          }
        };
    running = save.get();
  }

  void suppliedAndDropped(Order order) {
    Supplier<CompletableFuture<Void>> save = () -> store.saveAsync(order);
    save.get(); // missed-alarm: UnawaitedFuture - the type argument of the supplier is erased
  }
}
