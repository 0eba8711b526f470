package pitfalls.fakeasync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where does handed-over work run? On the pool, on boundedElastic, or right here. */
final class Workers {
  private final ExecutorService pool;

  Workers(ExecutorService pool) {
    this.pool = pool;
  }

  <T> CompletableFuture<T> onPool(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, pool);
  }

  static <T> Mono<T> elastic(Supplier<T> work) {
    return Mono.fromSupplier(work).subscribeOn(Schedulers.boundedElastic());
  }

  static <T> CompletableFuture<T> attempt(Supplier<T> work) {
    try {
      return CompletableFuture.completedFuture(work.get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  static <T> T measured(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      System.out.println("took " + (System.nanoTime() - start));
    }
  }
}
