package pitfalls.unsafestateacrossasync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Is state that only steps of one run touch, one at a time, left alone? */
final class StepsOfOneRun {
  private final Executor workers;

  StepsOfOneRun(Executor workers) {
    this.workers = workers;
  }

  private CompletableFuture<Map<String, Long>> load(List<String> skus) {
    return CompletableFuture.supplyAsync(() -> Map.of(skus.get(0), 1L), workers);
  }

  CompletableFuture<Map<String, Long>> oneOrTheOtherBranch(List<String> skus, boolean fresh) {
    Map<String, Long> prices = new HashMap<>();
    if (fresh) {
      return load(skus)
          .thenApply(
              loaded -> {
                prices.putAll(loaded);
                return prices;
              });
    }
    return load(List.of("default"))
        .thenApply(
            loaded -> {
              prices.putAll(loaded);
              return prices;
            });
  }

  CompletableFuture<Map<String, Long>> bothAtOnce(List<String> skus) {
    Map<String, Long> prices = new HashMap<>();
    CompletableFuture<Void> first =
        load(skus)
            .thenAccept(
                loaded -> {
                  prices.putAll(loaded); // expect: UnsafeStateAcrossAsync
                });
    CompletableFuture<Void> second =
        load(List.of("default"))
            .thenAccept(
                loaded -> {
                  prices.putAll(loaded); // expect: UnsafeStateAcrossAsync
                });
    return CompletableFuture.allOf(first, second).thenApply(done -> prices);
  }

  /** Visits suppliers one after another; each answer starts the next question. */
  static final class Tour {
    private final Executor workers;
    private final List<String> refused = new ArrayList<>();

    Tour(Executor workers) {
      this.workers = workers;
    }

    CompletableFuture<Integer> ask(String supplier, int left) {
      return CompletableFuture.supplyAsync(supplier::isBlank, workers)
          .thenCompose(
              refuses -> {
                if (refuses) {
                  refused.add(supplier);
                }
                return left == 0 ? summary() : ask(supplier + left, left - 1);
              });
    }

    private CompletableFuture<Integer> summary() {
      return CompletableFuture.completedFuture(refused.size());
    }
  }
}
