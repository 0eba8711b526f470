package pitfalls.lockheldwhilewaiting;

import com.google.common.util.concurrent.Monitor;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.redisson.api.RLock;
import org.springframework.web.client.RestTemplate;

/** Is a lock object held while the thread waits? */
final class ExplicitLocks {
  private final RateClient client;
  private final RestTemplate rest;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReadWriteLock readWrite = new ReentrantReadWriteLock();
  private final Monitor monitor = new Monitor();
  private final Semaphore permits = new Semaphore(4);
  private final Map<String, Rate> rates = new HashMap<>();

  ExplicitLocks(RateClient client, RestTemplate rest) {
    this.client = client;
    this.rest = rest;
  }

  Rate joinedUnderLock(String currency) {
    lock.lock();
    try {
      return rates.computeIfAbsent(
          currency, key -> client.fetch(key).join()); // expect: LockHeldWhileWaiting definite
    } finally {
      lock.unlock();
    }
  }

  void joinedUnderWriteLock(String currency) {
    readWrite.writeLock().lock();
    try {
      Rate rate = client.fetch(currency).join(); // expect: LockHeldWhileWaiting definite
      rates.put(currency, rate);
    } finally {
      readWrite.writeLock().unlock();
    }
  }

  boolean calledIfLocked(String currency) throws InterruptedException {
    if (!lock.tryLock(1, TimeUnit.SECONDS)) {
      return false;
    }
    try {
      Rate rate = rest.getForObject("/rates/{c}", Rate.class, currency); // expect: LockHeldWhileWaiting
      rates.put(currency, rate);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void sleptInMonitor() {
    monitor.enter();
    try {
      Uninterruptibles.sleepUninterruptibly(1, TimeUnit.SECONDS); // expect: LockHeldWhileWaiting
    } finally {
      monitor.leave();
    }
  }

  void writtenUnderLock(Path file) throws IOException {
    lock.lock();
    try {
      Files.writeString(file, rates.toString()); // expect: LockHeldWhileWaiting likely
    } finally {
      lock.unlock();
    }
  }

  Rate ranUnderTheLockOfAHelper(String currency) {
    return locked(() -> client.fetch(currency).join()); // expect: LockHeldWhileWaiting
  }

  Rate defaultUnderTheLockOfAHelper(String currency) {
    return locked(() -> rates.get(currency));
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  Rate waitedAfterUnlock(String currency) {
    CompletableFuture<Rate> running;
    lock.lock();
    try {
      running = client.fetch(currency);
    } finally {
      lock.unlock();
    }
    return running.join();
  }

  Rate unlockedEarly(String currency) {
    lock.lock();
    Rate known = rates.get(currency);
    lock.unlock();
    return known == null ? client.fetch(currency).join() : known;
  }

  Rate waitedWhereTheLockWasNotFree(String currency) {
    if (lock.tryLock()) {
      try {
        return rates.get(currency);
      } finally {
        lock.unlock();
      }
    }
    return client.fetch(currency).join();
  }

  Rate anotherLockWasTaken(Lock other, String currency) {
    other.lock();
    other.unlock();
    return client.fetch(currency).join();
  }

  Rate withPermit(String currency) throws InterruptedException {
    permits.acquire();
    try {
      return client.fetch(currency).join();
    } finally {
      permits.release();
    }
  }

  Rate underDistributedLock(RLock cluster, String currency) {
    cluster.lock();
    try {
      return client.fetch(currency).join();
    } finally {
      cluster.unlock();
    }
  }

  void nestedLocks(Lock inner) {
    lock.lock();
    try {
      inner.lock();
      rates.clear();
      inner.unlock();
    } finally {
      lock.unlock();
    }
  }
}
