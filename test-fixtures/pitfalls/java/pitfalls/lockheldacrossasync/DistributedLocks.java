package pitfalls.lockheldacrossasync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.redisson.api.RLock;
import org.redisson.api.RReadWriteLock;
import org.redisson.api.RSemaphore;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redisson's locks belong to the thread that took them, across machines as well. */
final class DistributedLocks {
  private static final Logger LOG = LoggerFactory.getLogger(DistributedLocks.class);

  interface Ledger {
    CompletableFuture<Long> settle(String account);
  }

  private final RedissonClient redisson;
  private final Ledger ledger;
  private final Executor workers;

  DistributedLocks(RedissonClient redisson, Ledger ledger, Executor workers) {
    this.redisson = redisson;
    this.ledger = ledger;
    this.workers = workers;
  }

  private static void logged(String account, Throwable failure) {
    if (failure != null) {
      LOG.warn("account {} is not settled", account, failure);
    }
  }

  void settleAccount(String account) {
    RLock lock = redisson.getLock("settle:" + account);
    lock.lock(30, TimeUnit.SECONDS);
    ledger
        .settle(account)
        .whenComplete(
            (balance, failure) -> {
              logged(account, failure);
              lock.unlock(); // expect: LockHeldAcrossAsync
            });
  }

  void settleIfFree(String account) {
    RLock lock = redisson.getFairLock("settle:" + account);
    if (lock.tryLock()) {
      ledger
          .settle(account)
          .whenComplete((balance, failure) -> logged(account, failure))
          .thenRun(lock::unlock) // expect: LockHeldAcrossAsync
          .exceptionally(
              failure -> {
                logged(account, failure);
                return null;
              });
    }
  }

  /** The guard hides the exception; the lock then stays taken until its lease ends. */
  void guardedByOwnership(String account) throws InterruptedException {
    RLock lock = redisson.getLock("settle:" + account);
    if (!lock.tryLock(1, 30, TimeUnit.SECONDS)) {
      return;
    }
    ledger
        .settle(account)
        .whenComplete(
            (balance, failure) -> {
              logged(account, failure);
              if (lock.isHeldByCurrentThread()) {
                lock.unlock(); // expect: LockHeldAcrossAsync
              }
            });
  }

  void writeLockOfPair(String account) {
    RReadWriteLock pair = redisson.getReadWriteLock("ledger");
    pair.writeLock().lock();
    ledger
        .settle(account)
        .whenCompleteAsync(
            (balance, failure) -> {
              logged(account, failure);
              pair.writeLock().unlock(); // expect: LockHeldAcrossAsync definite
            },
            workers);
  }

  void releasedByWorker(String account) {
    RLock lock = redisson.getLock("settle:" + account);
    lock.lock();
    workers.execute(
        () -> {
          LOG.info("settling {}", account);
          lock.unlock(); // expect: LockHeldAcrossAsync definite
        });
  }

  /** Without a thread id both halves use the id of the thread that calls them. */
  CompletionStage<Long> asyncWithoutThreadId(String account) {
    RLock lock = redisson.getLock("settle:" + account);
    return lock.lockAsync(30, TimeUnit.SECONDS)
        .thenCompose(taken -> ledger.settle(account))
        .handle(
            (balance, failure) ->
                lock.unlockAsync() // missed-alarm: LockHeldAcrossAsync - taking and giving back are themselves asynchronous
                    .thenApply(released -> balance))
        .thenCompose(Function.identity());
  }

  // Silent from here on.

  CompletionStage<Long> asyncWithThreadId(String account, long owner) {
    RLock lock = redisson.getLock("settle:" + account);
    return lock.lockAsync(30, TimeUnit.SECONDS, owner)
        .thenCompose(taken -> ledger.settle(account))
        .handle((balance, failure) -> lock.unlockAsync(owner).thenApply(released -> balance))
        .thenCompose(Function.identity());
  }

  void releasedBeforeTheCall(String account) {
    RLock lock = redisson.getLock("settle:" + account);
    lock.lock();
    try {
      LOG.info("marking {}", account);
    } finally {
      lock.unlock();
    }
    ledger.settle(account).whenComplete((balance, failure) -> logged(account, failure));
  }

  void takenAndReleasedByWorker(String account) {
    workers.execute(
        () -> {
          RLock lock = redisson.getLock("settle:" + account);
          lock.lock();
          try {
            LOG.info("settling {}", account);
          } finally {
            lock.unlock();
          }
        });
  }

  /** A semaphore has no owner. */
  void permitOfRedisson(String account) {
    RSemaphore permits = redisson.getSemaphore("ledger");
    if (permits.tryAcquire()) {
      ledger
          .settle(account)
          .whenComplete(
              (balance, failure) -> {
                logged(account, failure);
                workers.execute(permits::release);
              });
    }
  }
}
