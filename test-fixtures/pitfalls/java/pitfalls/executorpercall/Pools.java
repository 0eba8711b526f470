package pitfalls.executorpercall;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool that is made for one call and forgotten keeps its threads. */
final class Pools {
  interface Prices {
    int of(String item);

    void refresh(String item);
  }

  private static final ExecutorService SHARED = Executors.newFixedThreadPool(8);

  private final Prices prices;
  private final ScheduledExecutorService timer;
  private ExecutorService lazy;

  Pools(Prices prices) {
    this.prices = prices;
    this.timer = Executors.newScheduledThreadPool(1);
    ExecutorService warmUp = Executors.newSingleThreadExecutor();
    warmUp.execute(() -> prices.refresh("all"));
  }

  CompletableFuture<Integer> poolForOneFuture(String item) {
    ExecutorService pool = Executors.newFixedThreadPool(2); // expect: ExecutorPerCall
    return CompletableFuture.supplyAsync(() -> prices.of(item), pool);
  }

  CompletableFuture<Integer> poolInTheArgument(String item) {
    return CompletableFuture.supplyAsync(
        () -> prices.of(item), Executors.newCachedThreadPool()); // expect: ExecutorPerCall
  }

  List<Future<Integer>> cachedPoolForEachRequest(List<String> items) {
    ExecutorService pool = Executors.newCachedThreadPool(); // expect: ExecutorPerCall
    return items.stream().map(item -> pool.submit(() -> prices.of(item))).toList();
  }

  void refreshLater(String item) {
    Executors.newSingleThreadScheduledExecutor() // expect: ExecutorPerCall
        .schedule(() -> prices.refresh(item), 5, TimeUnit.SECONDS);
  }

  void timerForEachItem(String item) {
    Timer timerOfItem = new Timer(true); // expect: ExecutorPerCall
    timerOfItem.schedule(
        new TimerTask() {
          @Override
          public void run() {
            prices.refresh(item);
          }
        },
        1_000);
  }

  CompletableFuture<Integer> handMadePool(String item) {
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    Executor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, queue); // expect: ExecutorPerCall
    return CompletableFuture.supplyAsync(() -> prices.of(item), pool);
  }

  CompletableFuture<Integer> shutDownWhenComplete(String item) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    return CompletableFuture.supplyAsync(() -> prices.of(item), pool)
        .whenComplete((price, failure) -> pool.shutdown());
  }

  void shutDownAtTheEnd(List<String> items) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      items.forEach(item -> pool.execute(() -> prices.refresh(item)));
    } finally {
      pool.shutdown();
    }
  }

  ExecutorService returnedToTheCaller(int threads) {
    return Executors.newFixedThreadPool(threads);
  }

  ExecutorService keptInAField() {
    if (lazy == null) {
      lazy = Executors.newFixedThreadPool(2);
    }
    return lazy;
  }

  CompletableFuture<Integer> sharedPool(String item) {
    return CompletableFuture.supplyAsync(() -> prices.of(item), SHARED);
  }

  private void startRefreshing() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> prices.refresh("all"));
  }

  static Pools started(Prices prices) {
    return new Pools(prices);
  }

  public static void main(String[] arguments) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.execute(() -> System.out.println("started"));
    new Pools(null).startRefreshing();
  }

  void handedToACloser(Closer closer) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.execute(() -> prices.refresh("all"));
    closer.later(pool);
  }

  interface Closer {
    void later(ExecutorService pool);
  }

  void scheduleOnTheSharedTimer(String item) {
    timer.execute(() -> prices.refresh(item));
  }
}
