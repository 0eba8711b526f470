package pitfalls.unboundedwait;

import io.vertx.core.AbstractVerticle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Waits that are wrong whatever their time, which other rules say. */
final class WorseWaits {
  private final ExecutorService reports = Executors.newFixedThreadPool(4);
  private String last = "";

  synchronized void underALock(CompletableFuture<String> answer) {
    last = answer.join(); // expect: LockHeldWhileWaiting
  }

  synchronized String last() {
    return last;
  }

  CompletableFuture<Integer> onTheCommonPool(CompletableFuture<String> answer) {
    return CompletableFuture.supplyAsync(
        () -> answer.join().length()); // expect: BlockingOnCommonPool
  }

  Future<Integer> forTheSamePool(String order) {
    return reports.submit(
        () -> reports.submit(() -> order.length()).get()); // expect: ExecutorSelfStarvation
  }

  /** Has an event loop. */
  static final class Prices extends AbstractVerticle {
    private final CompletableFuture<String> price;

    Prices(CompletableFuture<String> price) {
      this.price = price;
    }

    @Override
    public void start() {
      vertx.eventBus().consumer("prices", message -> message.reply(price.join())); // expect: BlockingWaitInAsyncContext
    }
  }
}
