package pitfalls.lockheldwhilewaiting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Is the lock given back while the thread waits for a signal? */
final class Signals {
  private final Deque<Rate> pending = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();

  synchronized Rate waitsOnItsOwnMonitor() throws InterruptedException {
    while (pending.isEmpty()) {
      wait();
    }
    return pending.removeFirst();
  }

  synchronized void offer(Rate rate) {
    pending.addLast(rate);
    notifyAll();
  }

  Rate waitsOnMonitorOfBlock(long millis) throws InterruptedException {
    synchronized (pending) {
      if (pending.isEmpty()) {
        pending.wait(millis);
      }
      return pending.pollFirst();
    }
  }

  Rate awaitsCondition() throws InterruptedException {
    lock.lock();
    try {
      while (pending.isEmpty()) {
        notEmpty.await();
      }
      return pending.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  Rate awaitsConditionInHelper() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      awaitSignal();
      return pending.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  private void awaitSignal() throws InterruptedException {
    if (pending.isEmpty() && !notEmpty.await(1, TimeUnit.SECONDS)) {
      pending.clear();
    }
  }

  synchronized void pauseInHelper(long millis) throws InterruptedException {
    waitFor(millis);
  }

  private void waitFor(long millis) throws InterruptedException {
    synchronized (this) {
      wait(millis);
    }
  }

  boolean waitedForInUnits(long seconds) throws InterruptedException {
    synchronized (pending) {
      if (pending.isEmpty()) {
        TimeUnit.SECONDS.timedWait(pending, seconds);
      }
      return !pending.isEmpty();
    }
  }
}
