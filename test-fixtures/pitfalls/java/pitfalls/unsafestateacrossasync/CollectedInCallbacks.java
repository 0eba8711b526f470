package pitfalls.unsafestateacrossasync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Results of several futures gathered in a plain collection by their callbacks. */
final class CollectedInCallbacks {
  record Order(String id, String buyer, long cents) {}

  interface OrderClient {
    CompletableFuture<Order> load(String id);
  }

  private final OrderClient client;
  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  CollectedInCallbacks(OrderClient client) {
    this.client = client;
  }

  private CompletableFuture<Order> loadOnPool(String id) {
    return CompletableFuture.supplyAsync(() -> new Order(id, "buyer-" + id, 100), pool);
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Void>> parts) {
    return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
  }

  List<Order> droppedInForEach(List<String> ids) {
    List<Order> out = new ArrayList<>();
    ids.forEach(i -> client.load(i).thenAccept(out::add)); // expect: UnhandledAsyncFailure, UnsafeStateAcrossAsync
    return out;
  }

  CompletableFuture<List<Order>> listFilledByMethodReference(List<String> ids) {
    List<Order> orders = new ArrayList<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(loadOnPool(id).thenAccept(orders::add)); // expect: UnsafeStateAcrossAsync
    }
    return all(parts).thenApply(done -> orders);
  }

  CompletableFuture<Map<String, Order>> mapFilledByLambda(List<String> ids) {
    Map<String, Order> byId = new HashMap<>();
    List<CompletableFuture<Void>> parts =
        ids.stream()
            .map(
                id ->
                    loadOnPool(id)
                        .thenAccept(o -> byId.put(id, o))) // expect: UnsafeStateAcrossAsync
            .collect(Collectors.toList());
    return all(parts).thenApply(done -> byId);
  }

  /** Joining first makes the writes visible, but they still collided with each other. */
  Set<String> joinedButWrittenConcurrently(List<String> ids) {
    Set<String> buyers = new HashSet<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(
          loadOnPool(id)
              .thenAcceptAsync(
                  order -> {
                    if (order.cents() > 0) {
                      buyers.add(order.buyer()); // expect: UnsafeStateAcrossAsync
                    }
                  },
                  pool));
    }
    all(parts).join();
    return buyers;
  }

  CompletableFuture<List<String>> twoIndependentLoads(String first, String second) {
    List<String> buyers = new ArrayList<>();
    CompletableFuture<Void> left =
        loadOnPool(first).thenAccept(o -> buyers.add(o.buyer())); // expect: UnsafeStateAcrossAsync
    CompletableFuture<Void> right =
        loadOnPool(second).thenAccept(o -> buyers.add(o.buyer())); // expect: UnsafeStateAcrossAsync
    return left.thenCombine(right, (a, b) -> buyers);
  }

  CompletableFuture<Map<String, List<Order>>> groupedThroughHelper(List<String> ids) {
    Map<String, List<Order>> byBuyer = new HashMap<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(
          loadOnPool(id)
              .thenAccept(order -> addTo(byBuyer, order))); // expect: UnsafeStateAcrossAsync
    }
    return all(parts).thenApply(done -> byBuyer);
  }

  private static void addTo(Map<String, List<Order>> byBuyer, Order order) {
    byBuyer.computeIfAbsent(order.buyer(), buyer -> new ArrayList<>()).add(order);
  }

  CompletableFuture<List<String>> failuresCollected(List<String> ids) {
    List<String> failed = new ArrayList<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(
          loadOnPool(id)
              .handle(
                  (order, failure) -> {
                    if (failure != null) {
                      failed.add(id + ": " + failure); // expect: UnsafeStateAcrossAsync
                    }
                    return null;
                  }));
    }
    return all(parts).thenApply(done -> failed);
  }

  // Silent from here on.

  CompletableFuture<List<Order>> joinedAfterAllOf(List<String> ids) {
    List<CompletableFuture<Order>> running = ids.stream().map(this::loadOnPool).toList();
    return CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0]))
        .thenApply(done -> running.stream().map(CompletableFuture::join).toList());
  }

  /** The list of futures is filled by the calling thread alone. */
  List<CompletableFuture<Order>> futuresGatheredByCaller(List<String> ids) {
    List<CompletableFuture<Order>> running = new ArrayList<>();
    ids.forEach(id -> running.add(loadOnPool(id)));
    return running;
  }

  List<String> synchronousForEach(List<Order> orders) {
    List<String> buyers = new ArrayList<>();
    orders.stream().filter(o -> o.cents() > 0).forEach(o -> buyers.add(o.buyer()));
    return buyers;
  }

  CompletableFuture<Map<String, Long>> freshPerCallback(String id) {
    return loadOnPool(id)
        .thenApply(
            order -> {
              Map<String, Long> totals = new HashMap<>();
              totals.put(order.buyer(), order.cents());
              return totals;
            });
  }

  /** Each step starts when the one before has finished: never two callbacks at once. */
  CompletableFuture<List<Order>> oneAfterTheOther(String first, String second) {
    List<Order> orders = new ArrayList<>();
    return loadOnPool(first)
        .thenCompose(
            order -> {
              orders.add(order);
              return loadOnPool(second);
            })
        .thenApply(
            order -> {
              orders.add(order);
              return orders;
            });
  }

  CompletableFuture<Long> readOnlyCapture(List<String> ids, Map<String, Long> discounts) {
    Map<String, Long> copy = new HashMap<>(discounts);
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (String id : ids) {
      sum =
          sum.thenCombine(
              loadOnPool(id), (total, o) -> total + o.cents() - copy.getOrDefault(o.id(), 0L));
    }
    return sum;
  }
}
