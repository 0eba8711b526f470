package io.github.asynclint.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which tasks did a fixture hand over, how did they end, and did anybody look? Delays and timeouts are cut short. */
final class WatchedExecutors {
  private static final long PERIOD_MILLIS = 5;
  private static final Object[] SOON = {50L, TimeUnit.MILLISECONDS};

  private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();

  /**
   * A task that was submitted or planned.
   *
   * @param frames of where that was
   * @param looked whether anybody has called a method of its future
   */
  record Task(List<StackTraceElement> frames, Future<?> future, AtomicBoolean looked) {
    /** Whether it still runs, for whomever. */
    boolean isRunning() {
      return !future.isDone();
    }

    /** Whether it has failed for good and nobody knows. */
    boolean isLost() {
      if (looked.get() || !future.isDone()) {
        return false;
      }
      try {
        future.get(0, TimeUnit.SECONDS);
        return false;
      } catch (ExecutionException e) {
        return true;
      } catch (InterruptedException | TimeoutException | CancellationException e) {
        return false;
      }
    }
  }

  List<Task> tasks() {
    return new ArrayList<>(tasks);
  }

  void clear() {
    tasks.clear();
  }

  /** The executor, in the form of an interface of its, with every task noted. */
  <T> T watched(Class<T> type, T executor) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object result = call(method, executor, atOnce(method, arguments));
              return result instanceof Future<?> future && method.getReturnType().isInterface()
                  ? noted(future, method.getReturnType())
                  : result;
            }));
  }

  private static Object[] atOnce(Method method, Object[] arguments) {
    if (!method.getName().startsWith("schedule")) {
      return arguments;
    }
    Object[] all = arguments.clone();
    for (int i = 0; i < all.length; i++) {
      if (all[i] instanceof Long) {
        all[i] = i == 1 ? 0L : PERIOD_MILLIS;
      } else if (all[i] instanceof TimeUnit) {
        all[i] = TimeUnit.MILLISECONDS;
      } else if (all[i] instanceof Duration) {
        all[i] = Duration.ofMillis(PERIOD_MILLIS);
      }
    }
    return all;
  }

  private Object noted(Future<?> future, Class<?> type) {
    Task task =
        new Task(List.of(Thread.currentThread().getStackTrace()), future, new AtomicBoolean());
    tasks.add(task);
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          task.looked().set(true);
          boolean isTimed = method.getName().equals("get") && method.getParameterCount() == 2;
          return call(method, future, isTimed ? SOON : arguments);
        });
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
