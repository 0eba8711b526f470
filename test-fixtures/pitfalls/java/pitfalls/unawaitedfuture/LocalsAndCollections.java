package pitfalls.unawaitedfuture;

import static java.util.stream.Collectors.toList;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Futures in locals and collections: some are looked at, some only look kept. */
final class LocalsAndCollections {
  private static final Logger log = LoggerFactory.getLogger(LocalsAndCollections.class);

  private final OrderStore store;
  private final List<Future<?>> pending = new ArrayList<>();

  LocalsAndCollections(OrderStore store) {
    this.store = store;
  }

  void localThatNobodyReads(Order order) {
    CompletableFuture<Void> saving = store.saveAsync(order); // expect: UnawaitedFuture
    log.info("order {} accepted", order.id());
  }

  void varThatNobodyReads(Order order) {
    var deletion = store.deleteAsync(order.id()); // expect: UnawaitedFuture
    log.info("order {} deleted", order.id());
  }

  int collectedIntoADroppedList(List<String> ids) {
    ids.stream().map(store::loadAsync).toList(); // expect: UnawaitedFuture
    return ids.size();
  }

  int collectedWithACollectorAndDropped(List<Order> orders) {
    orders.stream().map(store::saveAsync).collect(toList()); // expect: UnawaitedFuture
    return orders.size();
  }

  int addedToAListThatNobodyReads(List<Order> orders) {
    List<CompletableFuture<Void>> saves = new ArrayList<>();
    for (Order order : orders) {
      saves.add(store.saveAsync(order)); // expect: UnawaitedFuture
    }
    return orders.size();
  }

  void allOfOverAnArrayDropped(List<Order> orders) {
    CompletableFuture<?>[] saves = new CompletableFuture<?>[orders.size()];
    for (int i = 0; i < saves.length; i++) {
      saves[i] = store.saveAsync(orders.get(i));
    }
    CompletableFuture.allOf(saves); // expect: UnawaitedFuture
  }

  void anyOfDropped(String id, String mirrorId) {
    CompletableFuture.anyOf( // expect: UnawaitedFuture
        store.loadAsync(id), store.loadAsync(mirrorId));
  }

  void explicitDiscard(Order order) {
    var unused = store.saveAsync(order);
  }

  void explicitDiscardWithItsType(Order order) {
    CompletionStage<Void> unused = store.deleteAsync(order.id());
  }

  void handlerAddedToTheLocal(Order order) {
    CompletableFuture<Void> saving = store.saveAsync(order);
    log.info("order {} accepted", order.id());
    saving.exceptionally(
        failure -> {
          log.warn("order {} lost", order.id(), failure);
          return null;
        });
  }

  CompletableFuture<Void> startedTogetherAndCombined(Order first, Order second) {
    CompletableFuture<Void> one = store.saveAsync(first);
    CompletableFuture<Void> two = store.saveAsync(second);
    return one.thenCombine(two, (a, b) -> null);
  }

  CompletableFuture<Void> collectedAndCombined(List<Order> orders) {
    List<CompletableFuture<Void>> saves = new ArrayList<>();
    for (Order order : orders) {
      saves.add(store.saveAsync(order));
    }
    return CompletableFuture.allOf(saves.toArray(CompletableFuture<?>[]::new));
  }

  List<CompletableFuture<Order>> collectedAndReturned(List<String> ids) {
    return ids.stream().map(store::loadAsync).toList();
  }

  void keptInAField(Order order) {
    pending.add(store.saveAsync(order));
  }

  void waitedForInALoop(List<Order> orders) throws Exception {
    List<CompletableFuture<Void>> saves = new ArrayList<>();
    for (Order order : orders) {
      saves.add(store.saveAsync(order));
    }
    for (CompletableFuture<Void> save : saves) {
      save.get(5, TimeUnit.SECONDS);
    }
  }

  void passedOn(Order order) {
    remember(store.saveAsync(order));
  }

  private void remember(Future<?> future) {
    pending.add(future);
  }

  void declaredIgnorable(Order order) {
    touch(order.id());
  }

  @CanIgnoreReturnValue
  private CompletableFuture<Order> touch(String id) {
    return store.loadAsync(id);
  }
}
