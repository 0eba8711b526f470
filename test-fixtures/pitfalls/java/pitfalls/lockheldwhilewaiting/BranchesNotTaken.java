package pitfalls.lockheldwhilewaiting;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Does a helper wait only in a branch that its caller does not take, or for what is over already? */
final class BranchesNotTaken {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Map<String, Rate> rates = new HashMap<>();
  private final RateClient client;

  BranchesNotTaken(RateClient client) {
    this.client = client;
  }

  synchronized void removedWithoutPause(String currency) throws InterruptedException {
    remove(currency, null);
  }

  synchronized void removedWithoutPauseByHelper(String currency) throws InterruptedException {
    removeAtOnce(currency, null);
  }

  private void removeAtOnce(String currency, Duration pause) throws InterruptedException {
    remove(currency, pause);
  }

  synchronized void removedWithPause(String currency) throws InterruptedException {
    remove(currency, PAUSE); // expect: LockHeldWhileWaiting definite
  }

  private void remove(String currency, Duration pause) throws InterruptedException {
    if (pause != null) {
      Thread.sleep(pause.toMillis());
    }
    rates.remove(currency);
  }

  synchronized void startedOnly(String currency) {
    load(currency, false);
  }

  synchronized void startedAndAwaited(String currency) {
    load(currency, true); // expect: LockHeldWhileWaiting definite
  }

  private void load(String currency, boolean wait) {
    CompletableFuture<Rate> rate = client.fetch(currency);
    if (wait) {
      rates.put(currency, rate.join());
    }
  }

  synchronized void inspected(Throwable failure) throws InterruptedException {
    inspect(failure);
  }

  private void inspect(Throwable failure) throws InterruptedException {
    if (failure instanceof OutOfMemoryError) {
      Thread.sleep(100);
    }
    rates.clear();
  }

  synchronized void inspectedValue(Object value) throws InterruptedException {
    inspectValue(value); // expect: LockHeldWhileWaiting definite
  }

  private void inspectValue(Object value) throws InterruptedException {
    if (value instanceof String) {
      Thread.sleep(100);
    }
    rates.clear();
  }

  synchronized void waitsForWhatItHasCancelled(Future<Rate> running)
      throws InterruptedException {
    running.cancel(true);
    try {
      running.get();
    } catch (CancellationException | ExecutionException e) {
      rates.clear();
    }
  }

  synchronized int backsOff(AtomicInteger next) {
    while (true) {
      int before = next.get();
      if (next.compareAndSet(before, before + 1)) {
        return before;
      }
      LockSupport.parkNanos(1);
    }
  }
}
