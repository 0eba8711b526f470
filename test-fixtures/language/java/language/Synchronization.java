package language;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Monitors and locks: which calls stand under which lock. */
final class Synchronization {
  private final Object monitor = new Object();
  private final Object other = new Object();
  private final Lock lock = new ReentrantLock();
  private static final Object SHARED = new Object();
  private int value;

  private int read() {
    return value;
  }

  synchronized int synchronizedMethod() {
    return read();
  }

  static synchronized int synchronizedStaticMethod() {
    return SHARED.hashCode();
  }

  void onThis() {
    synchronized (this) {
      read();
    }
  }

  int onField() {
    synchronized (monitor) {
      return read();
    }
  }

  void onLocal() {
    Object local = monitor;
    synchronized (local) {
      read();
    }
  }

  void onClass() {
    synchronized (Synchronization.class) {
      read();
    }
  }

  void onCallResult() {
    synchronized (Integer.valueOf(read())) {
      read();
    }
  }

  void nested() {
    synchronized (monitor) {
      read();
      synchronized (other) {
        value++;
        read();
      }
      read();
    }
    read();
  }

  synchronized void blockInMethod() {
    synchronized (SHARED) {
      read();
    }
  }

  void withThrow() {
    synchronized (monitor) {
      if (value < 0) {
        throw new IllegalStateException();
      }
      read();
    }
  }

  void inLoop() {
    for (int i = 0; i < 3; i++) {
      synchronized (monitor) {
        if (read() == i) {
          continue;
        }
        value = i;
      }
    }
  }

  /** The lambda is created under the monitor but runs without it. */
  CompletableFuture<Integer> lambdaUnderMonitor() {
    synchronized (monitor) {
      return CompletableFuture.supplyAsync(() -> read());
    }
  }

  CompletableFuture<Integer> monitorInLambda() {
    return CompletableFuture.supplyAsync(
        () -> {
          synchronized (monitor) {
            return read();
          }
        });
  }

  int explicitLock() {
    lock.lock();
    try {
      return read();
    } finally {
      lock.unlock();
    }
  }

  int tryLock() {
    if (lock.tryLock()) {
      try {
        return read();
      } finally {
        lock.unlock();
      }
    }
    return -1;
  }

  void waitAndNotify() throws InterruptedException {
    synchronized (monitor) {
      while (value == 0) {
        monitor.wait(10);
      }
      monitor.notifyAll();
    }
  }
}
