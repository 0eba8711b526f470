package pitfalls.lockheldacrossasync;

import com.google.common.util.concurrent.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Locks of the JDK that one thread takes and the thread of a callback gives back. */
final class ReentrantLocks {
  record Order(String id, long cents) {}

  interface OrderStore {
    CompletableFuture<Order> save(Order order);

    CompletableFuture<Order> load(String id);
  }

  private final OrderStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Lock byInterface = new ReentrantLock(true);
  private final ReadWriteLock readWrite = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock.WriteLock writeLock =
      new ReentrantReadWriteLock().writeLock();
  private final Monitor monitor = new Monitor();
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final Map<String, Order> pending = new ConcurrentHashMap<>();

  ReentrantLocks(OrderStore store) {
    this.store = store;
  }

  CompletableFuture<Order> unlockedInWhenComplete(Order order) {
    lock.lock();
    return store
        .save(order)
        .whenComplete((saved, failure) -> lock.unlock()); // expect: LockHeldAcrossAsync
  }

  CompletableFuture<Order> lockTypedByInterface(Order order) {
    byInterface.lock();
    return store
        .save(order)
        .handle(
            (saved, failure) -> {
              byInterface.unlock(); // expect: LockHeldAcrossAsync
              return failure == null ? saved : order;
            });
  }

  CompletableFuture<Order> taken(String id) {
    if (!lock.tryLock()) {
      return CompletableFuture.failedFuture(new IllegalStateException("busy"));
    }
    return store
        .load(id)
        .thenCompose(store::save)
        .whenComplete(
            (saved, failure) -> {
              if (failure != null) {
                pending.clear();
              }
              lock.unlock(); // expect: LockHeldAcrossAsync
            });
  }

  CompletableFuture<Order> readLock(String id) {
    readWrite.readLock().lock();
    return store
        .load(id)
        .whenComplete(
            (order, failure) -> readWrite.readLock().unlock()); // expect: LockHeldAcrossAsync
  }

  CompletableFuture<Order> writeLockField(Order order) {
    writeLock.lock();
    try {
      pending.put(order.id(), order);
    } catch (RuntimeException e) {
      writeLock.unlock();
      throw e;
    }
    return store
        .save(order)
        .whenCompleteAsync(
            (saved, failure) -> {
              writeLock.unlock(); // expect: LockHeldAcrossAsync definite
            },
            workers);
  }

  void unlockedByTask(Order order) {
    lock.lock();
    workers.execute(
        () -> {
          try {
            pending.remove(order.id());
          } finally {
            lock.unlock(); // expect: LockHeldAcrossAsync definite
          }
        });
  }

  CompletableFuture<Void> unlockedByMethodReference(Order order) {
    lock.lock();
    return CompletableFuture.runAsync(order::cents, workers)
        .thenRun(lock::unlock); // expect: LockHeldAcrossAsync
  }

  CompletableFuture<Order> unlockedThroughHelper(Order order) {
    begin(order);
    return store
        .save(order)
        .whenComplete((saved, failure) -> end(order)); // missed-alarm: LockHeldAcrossAsync - locks are not followed into helpers
  }

  private void begin(Order order) {
    lock.lock();
    pending.put(order.id(), order);
  }

  private void end(Order order) {
    pending.remove(order.id());
    lock.unlock();
  }

  CompletableFuture<Order> guavaMonitor(Order order) {
    monitor.enter();
    return store
        .save(order)
        .whenComplete((saved, failure) -> monitor.leave()); // expect: LockHeldAcrossAsync
  }

  // Silent from here on.

  CompletableFuture<Order> releasedBeforeTheCall(Order order) {
    lock.lock();
    try {
      pending.put(order.id(), order);
    } finally {
      lock.unlock();
    }
    return store.save(order);
  }

  /** The call is started under the lock, and the thread that started it unlocks. */
  CompletableFuture<Order> startedUnderTheLock(Order order) {
    lock.lock();
    try {
      pending.put(order.id(), order);
      return store.save(order);
    } finally {
      lock.unlock();
    }
  }

  CompletableFuture<Order> takenAndReleasedInCallback(Order order) {
    return store
        .save(order)
        .whenComplete(
            (saved, failure) -> {
              lock.lock();
              try {
                pending.remove(order.id());
              } finally {
                lock.unlock();
              }
            });
  }

  /** Released before the crossing, and taken again on its far side. */
  CompletableFuture<Order> takenAgain(Order order) {
    lock.lock();
    try {
      pending.put(order.id(), order);
    } finally {
      lock.unlock();
    }
    return store
        .save(order)
        .thenApply(
            saved -> {
              lock.lock();
              try {
                pending.remove(saved.id());
                return saved;
              } finally {
                lock.unlock();
              }
            });
  }

  void takenAndReleasedInTask(Order order) {
    workers.execute(
        () -> {
          lock.lock();
          try {
            pending.put(order.id(), order);
          } finally {
            lock.unlock();
          }
        });
  }

  /** forEach calls its argument on the calling thread. */
  void releasedInSynchronousForEach(List<ReentrantLock> shards) {
    List<ReentrantLock> held = new ArrayList<>();
    for (ReentrantLock shard : shards) {
      shard.lock();
      held.add(shard);
    }
    pending.clear();
    held.forEach(ReentrantLock::unlock);
  }

  /** The helper calls back before it returns. */
  Order releasedInSynchronousHelper(Order order) {
    lock.lock();
    return finishing(() -> lock.unlock(), order);
  }

  private static Order finishing(Runnable last, Order order) {
    try {
      return new Order(order.id(), order.cents() + 1);
    } finally {
      last.run();
    }
  }

  CompletableFuture<Order> monitorOnlyAroundTheStart(Order order) {
    synchronized (pending) {
      pending.put(order.id(), order);
    }
    return store
        .save(order)
        .whenComplete(
            (saved, failure) -> {
              synchronized (pending) {
                pending.remove(order.id());
              }
            });
  }

  /** Two locks: the one of the callback is not the one that the caller took. */
  CompletableFuture<Order> anotherLockInCallback(Order order) {
    lock.lock();
    try {
      pending.put(order.id(), order);
    } finally {
      lock.unlock();
    }
    return store
        .save(order)
        .whenComplete(
            (saved, failure) -> {
              byInterface.lock();
              try {
                pending.size();
              } finally {
                byInterface.unlock();
              }
            });
  }
}
