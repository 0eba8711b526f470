package io.github.asynclint.runtime;

import io.reactivex.rxjava3.internal.schedulers.NonBlockingThread;
import io.vertx.core.Context;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import reactor.core.scheduler.Schedulers;

/** Which threads should not have blocked, in the eyes of which rules? Asked on the thread itself. */
enum Forbidden {
  /** One that serves many: an event loop, a non-blocking scheduler, the caller of an async method. */
  ASYNC_CONTEXT(
      "BlockingCallInAsyncContext",
      "BlockingWaitInAsyncContext",
      "FakeAsync",
      "EagerPublisherArgument") {
    @Override
    boolean is(Thread current) {
      return Schedulers.isNonBlockingThread(current)
          || current instanceof NonBlockingThread
          || Context.isOnEventLoopThread();
    }
  },
  /** One of the pool that all of the process share. */
  COMMON_POOL("BlockingOnCommonPool") {
    @Override
    boolean is(Thread current) {
      return current instanceof ForkJoinWorkerThread worker
          && worker.getPool() == ForkJoinPool.commonPool();
    }
  },
  /** One that holds a monitor of the fixture's, a bin of a map, or a lock object. */
  LOCK_HOLDER("LockHeldWhileWaiting") {
    @Override
    boolean is(Thread current) {
      ThreadInfo info =
          ManagementFactory.getThreadMXBean()
              .getThreadInfo(new long[] {current.getId()}, true, true)[0];
      return Arrays.stream(info.getLockedMonitors()).anyMatch(Forbidden::isOfFixtures)
          || Arrays.stream(info.getLockedSynchronizers())
              .map(LockInfo::getClassName)
              .anyMatch(name -> name.startsWith("java.util.concurrent.locks."));
    }
  };

  private final Set<String> rules;

  Forbidden(String... rules) {
    this.rules = Set.of(rules);
  }

  /** The rules whose marks say that such a thread blocks. */
  Set<String> rules() {
    return rules;
  }

  abstract boolean is(Thread current);

  private static boolean isOfFixtures(MonitorInfo monitor) {
    String owner = monitor.getLockedStackFrame().getClassName();
    return owner.startsWith("pitfalls.") || owner.equals("java.util.concurrent.ConcurrentHashMap");
  }
}
