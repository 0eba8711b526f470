package pitfalls.unsafestateacrossasync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;

/** Fields of long-lived services that callbacks write and other callers read. */
final class ServiceFields {
  record Price(String sku, long cents) {}

  @Service
  static final class PriceBoard {
    private final Map<String, Price> latest = new HashMap<>();
    private final Executor refreshers;
    private int refreshed;
    private int failed;

    PriceBoard(Executor refreshers) {
      this.refreshers = refreshers;
    }

    private CompletableFuture<Price> fetch(String sku) {
      return CompletableFuture.supplyAsync(() -> new Price(sku, sku.length()), refreshers);
    }

    CompletableFuture<Price> refresh(String sku) {
      return fetch(sku)
          .thenApply(
              price -> {
                latest.put(sku, price); // expect: UnsafeStateAcrossAsync
                return price;
              });
    }

    Price latest(String sku) {
      return latest.get(sku);
    }

    CompletableFuture<Void> refreshAll(List<String> skus) {
      List<CompletableFuture<Price>> parts = new ArrayList<>();
      for (String sku : skus) {
        parts.add(
            fetch(sku)
                .whenComplete(
                    (price, failure) -> {
                      if (failure != null) {
                        failed++; // expect: UnsafeStateAcrossAsync
                      } else {
                        refreshed++; // expect: UnsafeStateAcrossAsync
                      }
                    }));
      }
      return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
    }

    String status() {
      return refreshed + " refreshed, " + failed + " failed";
    }
  }

  /** The same with types made for it: silent. */
  @Service
  static final class SafePriceBoard {
    private final ConcurrentMap<String, Price> latest = new ConcurrentHashMap<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final Executor refreshers;
    private volatile Price newest;

    SafePriceBoard(Executor refreshers) {
      this.refreshers = refreshers;
    }

    CompletableFuture<Price> refresh(String sku) {
      return CompletableFuture.supplyAsync(() -> new Price(sku, sku.length()), refreshers)
          .thenApply(
              price -> {
                latest.put(sku, price);
                refreshed.incrementAndGet();
                newest = price;
                return price;
              });
    }

    Price newest() {
      return newest;
    }
  }

  /** Every access goes through one monitor: silent. */
  static final class LockedPriceBoard {
    private final Map<String, Price> latest = new HashMap<>();
    private final Executor refreshers;
    private int refreshed;

    LockedPriceBoard(Executor refreshers) {
      this.refreshers = refreshers;
    }

    CompletableFuture<Price> refresh(String sku) {
      return CompletableFuture.supplyAsync(() -> new Price(sku, sku.length()), refreshers)
          .thenApply(this::remember);
    }

    private synchronized Price remember(Price price) {
      refreshed++;
      latest.put(price.sku(), price);
      return price;
    }

    synchronized Price latest(String sku) {
      return latest.get(sku);
    }

    synchronized int refreshed() {
      return refreshed;
    }
  }

  /** Filled once by the constructor, read by callbacks ever after: silent. */
  static final class Discounts {
    private final Map<String, Integer> percent = new HashMap<>();
    private final Executor workers;

    Discounts(Map<String, Integer> given, Executor workers) {
      this.percent.putAll(given);
      this.workers = workers;
    }

    CompletableFuture<Integer> of(String sku) {
      return CompletableFuture.supplyAsync(() -> percent.getOrDefault(sku, 0), workers);
    }
  }

  /** One object per request, one sequential chain over it: silent. */
  static final class Checkout {
    private final List<String> steps = new ArrayList<>();
    private final Executor workers;
    private long total;

    private Checkout(Executor workers) {
      this.workers = workers;
    }

    static CompletableFuture<Long> run(String sku, Executor workers) {
      return new Checkout(workers).price(sku);
    }

    private CompletableFuture<Long> price(String sku) {
      return CompletableFuture.supplyAsync(() -> new Price(sku, 100), workers)
          .thenApply(
              price -> {
                steps.add("priced");
                total += price.cents();
                return price;
              })
          .thenApply(
              price -> {
                steps.add("taxed");
                total += price.cents() / 5;
                return total;
              });
    }
  }
}
