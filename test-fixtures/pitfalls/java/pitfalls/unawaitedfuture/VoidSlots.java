package pitfalls.unawaitedfuture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lambdas and method references that return a future to a slot that wants nothing. */
final class VoidSlots {
  private static final Logger log = LoggerFactory.getLogger(VoidSlots.class);

  private final OrderStore store;

  VoidSlots(OrderStore store) {
    this.store = store;
  }

  void referenceInForEach(List<Order> orders) {
    orders.forEach(store::saveAsync); // expect: UnawaitedFuture
  }

  void lambdaInForEach(List<Order> orders) {
    orders.forEach(order -> store.deleteAsync(order.id())); // expect: UnawaitedFuture
  }

  void blockLambdaInStreamForEach(List<Order> orders) {
    orders.stream()
        .filter(order -> order.cents() > 0)
        .forEach(
            order -> {
              log.info("saving {}", order.id());
              store.saveAsync(order); // expect: UnawaitedFuture
            });
  }

  void entriesOfAMap(Map<String, Order> byId) {
    byId.forEach((id, order) -> store.saveAsync(order)); // expect: UnawaitedFuture
  }

  void optionalIfPresent(Optional<Order> order) {
    order.ifPresent(store::saveAsync); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> innerSaveOfThenAccept(String id) {
    return store
        .loadAsync(id)
        .thenAccept(order -> store.saveAsync(order)); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> referenceInThenAccept(String id) {
    return store.loadAsync(id).thenAccept(store::saveAsync); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> flushInThenRun(Order order) {
    return store.saveAsync(order).thenRun(() -> store.flushAsync()); // expect: UnawaitedFuture
  }

  CompletableFuture<Order> closeInWhenComplete(String id) {
    return store
        .loadAsync(id)
        .whenComplete((order, failure) -> store.closeAsync()); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> runAsyncAroundAnAsyncCall(Order order, Executor pool) {
    return CompletableFuture.runAsync(
        () -> store.saveAsync(order), pool); // expect: UnawaitedFuture
  }

  void executed(Executor pool, Order order) {
    pool.execute(() -> store.saveAsync(order)); // expect: UnawaitedFuture
  }

  void shutdownHook() {
    Runtime.getRuntime().addShutdownHook(new Thread(store::closeAsync)); // expect: UnawaitedFuture
  }

  void anonymousRunnable(Executor pool) {
    pool.execute(
        new Runnable() {
          @Override
          public void run() {
            store.flushAsync(); // expect: UnawaitedFuture
          }
        });
  }

  void storedConsumer(List<Order> orders) {
    Consumer<Order> save = order -> store.saveAsync(order); // expect: UnawaitedFuture
    orders.forEach(save);
  }

  Runnable referenceReturnedAsRunnable() {
    return store::flushAsync; // expect: UnawaitedFuture
  }

  void ownHigherOrderMethod(List<Order> orders) {
    eachPaid(orders, order -> store.saveAsync(order)); // expect: UnawaitedFuture
  }

  void ownTwoArgumentCallback(List<Order> orders) {
    numbered(orders, (index, order) -> store.deleteAsync(order.id())); // expect: UnawaitedFuture
  }

  private static void eachPaid(List<Order> orders, Consumer<Order> action) {
    for (Order order : orders) {
      if (order.cents() > 0) {
        action.accept(order);
      }
    }
  }

  private static void numbered(List<Order> orders, BiConsumer<Integer, Order> action) {
    for (int i = 0; i < orders.size(); i++) {
      action.accept(i, orders.get(i));
    }
  }

  CompletableFuture<Void> composedInsteadOfAccepted(String id) {
    return store.loadAsync(id).thenCompose(store::saveAsync);
  }

  CompletableFuture<Void> supplierSlotIsNotVoid(Order order) {
    return withRetry(() -> store.saveAsync(order));
  }

  CompletableFuture<Void> functionSlotIsNotVoid(List<Order> orders) {
    return all(orders, store::saveAsync);
  }

  void slotWhoseFutureIsHandled(List<Order> orders) {
    orders.forEach(
        order ->
            store
                .saveAsync(order)
                .whenComplete(
                    (done, failure) -> {
                      if (failure != null) {
                        log.warn("could not save {}", order.id(), failure);
                      }
                    }));
  }

  private static CompletableFuture<Void> withRetry(Supplier<CompletableFuture<Void>> call) {
    return call.get().exceptionallyCompose(failure -> call.get());
  }

  private static CompletableFuture<Void> all(
      List<Order> orders, Function<Order, CompletableFuture<Void>> action) {
    return CompletableFuture.allOf(
        orders.stream().map(action).toArray(CompletableFuture<?>[]::new));
  }
}
