package pitfalls.lockheldacrossasync;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

/** Guards that any thread may give back: all silent. */
final class NotThreadOwned {
  interface Printer {
    CompletableFuture<Integer> print(String page);
  }

  private final Printer printer;
  private final StampedLock stamped = new StampedLock();
  private final Lock stampedView = new StampedLock().asWriteLock();
  private final Semaphore mutex = new Semaphore(1);
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Queue<String> waiting = new ArrayDeque<>();
  private CompletableFuture<Integer> tail = CompletableFuture.completedFuture(0);

  NotThreadOwned(Printer printer) {
    this.printer = printer;
  }

  private static CompletableFuture<Integer> refused() {
    return CompletableFuture.failedFuture(new IllegalStateException("busy"));
  }

  CompletableFuture<Integer> stampReleasedInCallback(String page) {
    long stamp = stamped.writeLock();
    return printer.print(page).whenComplete((pages, failure) -> stamped.unlockWrite(stamp));
  }

  CompletableFuture<Integer> readStampReleasedInCallback(String page) {
    long stamp = stamped.tryReadLock();
    if (stamp == 0) {
      return refused();
    }
    return printer.print(page).whenComplete((pages, failure) -> stamped.unlockRead(stamp));
  }

  CompletableFuture<Integer> viewOfStampedLock(String page) {
    stampedView.lock();
    return printer.print(page).whenComplete((pages, failure) -> stampedView.unlock());
  }

  CompletableFuture<Integer> semaphoreAsMutex(String page) {
    if (!mutex.tryAcquire()) {
      return refused();
    }
    return printer.print(page).whenComplete((pages, failure) -> mutex.release());
  }

  CompletableFuture<Integer> flag(String page) {
    if (!busy.compareAndSet(false, true)) {
      return refused();
    }
    return printer.print(page).whenComplete((pages, failure) -> busy.set(false));
  }

  /** A chain of futures in place of a lock. */
  synchronized CompletableFuture<Integer> queued(String page) {
    tail = tail.exceptionally(failure -> 0).thenCompose(before -> printer.print(page));
    return tail;
  }

  void waitingList(String page) {
    synchronized (waiting) {
      waiting.add(page);
    }
  }
}
