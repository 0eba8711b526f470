package pitfalls.busywaitonfuture;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Does a loop only ask whether an export is done? */
final class Polling {
  private final ExecutorService exporter;
  private CompletableFuture<String> current = new CompletableFuture<>();

  Polling(ExecutorService exporter) {
    this.exporter = exporter;
  }

  String sleepsInBetween(CompletableFuture<String> export) throws InterruptedException {
    while (!export.isDone()) { // expect: BusyWaitOnFuture definite
      Thread.sleep(50);
    }
    return export.join();
  }

  void spins(Future<String> export) {
    while (!export.isDone()) { // expect: BusyWaitOnFuture
      Thread.onSpinWait();
    }
  }

  void doesNothing(Future<String> export) {
    while (!export.isDone()) {} // expect: BusyWaitOnFuture
  }

  void doWhile(Future<String> export) throws InterruptedException {
    do {
      TimeUnit.MILLISECONDS.sleep(10);
    } while (!export.isDone()); // expect: BusyWaitOnFuture
  }

  void leavesTheLoop(Runnable export) throws InterruptedException {
    Future<?> running = exporter.submit(export);
    for (; ; ) {
      if (running.isDone()) { // expect: BusyWaitOnFuture
        break;
      }
      Thread.sleep(100);
    }
  }

  boolean limited(CompletableFuture<String> export) throws InterruptedException {
    for (int i = 0; i < 100 && !export.isDone(); i++) { // expect: BusyWaitOnFuture
      Thread.sleep(10);
    }
    return export.isDone();
  }

  void untilDeadline(CompletableFuture<String> export, long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!export.isDone() && System.nanoTime() < deadline) { // expect: BusyWaitOnFuture
      LockSupport.parkNanos(100_000);
    }
  }

  void field() {
    while (!current.isDone()) { // expect: BusyWaitOnFuture
      Thread.yield();
    }
  }

  void guava(ListenableFuture<String> export) {
    while (!export.isDone()) { // expect: BusyWaitOnFuture
      Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(10));
    }
  }

  void sleepsInHelper(CompletableFuture<String> export) {
    while (!export.isDone()) { // expect: BusyWaitOnFuture
      pause();
    }
  }

  void allOfMany(List<Future<String>> exports) {
    while (!exports.stream().allMatch(Future::isDone)) { // expect: BusyWaitOnFuture
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
