package pitfalls.completionunderlock;

import com.google.common.util.concurrent.SettableFuture;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Requests that wait for an answer; what others attached to them runs where they are completed. */
final class PendingRequests {
  private final Object lock = new Object();
  private final ReentrantLock guard = new ReentrantLock();
  private final Map<Long, CompletableFuture<String>> pending = new HashMap<>();
  private final Deque<Promise<String>> waiting = new ArrayDeque<>();
  private SettableFuture<String> leader = SettableFuture.create();
  private CompletableFuture<Void> drained = new CompletableFuture<>();
  private boolean closed;

  void answered(long id, String answer) {
    synchronized (lock) {
      CompletableFuture<String> request = pending.remove(id);
      if (request != null) {
        request.complete(answer); // expect: CompletionUnderLock
      }
    }
  }

  synchronized void failed(long id, Exception failure) {
    pending.remove(id).completeExceptionally(failure); // expect: CompletionUnderLock
  }

  void closeAll() {
    guard.lock();
    try {
      closed = true;
      for (CompletableFuture<String> request : pending.values()) {
        request.cancel(false); // expect: CompletionUnderLock
      }
    } finally {
      guard.unlock();
    }
  }

  void elected(String name) {
    synchronized (lock) {
      leader.set(name); // expect: CompletionUnderLock
      leader = SettableFuture.create();
    }
  }

  void released(String connection) {
    synchronized (waiting) {
      Promise<String> next = waiting.poll();
      if (next != null) {
        next.complete(connection); // expect: CompletionUnderLock
      }
    }
  }

  void broken(Throwable failure) {
    synchronized (waiting) {
      waiting.forEach(promise -> promise.fail(failure)); // expect: CompletionUnderLock
    }
  }

  synchronized void removed(long id) {
    pending.remove(id);
    if (pending.isEmpty()) {
      signalDrained(); // expect: CompletionUnderLock
    }
  }

  private void signalDrained() {
    drained.complete(null);
  }

  void answeredInOrder(List<CompletableFuture<String>> requests, String answer) {
    synchronized (lock) {
      requests.forEach(request -> request.complete(answer)); // expect: CompletionUnderLock
    }
  }

  void answeredAfterTheLock(long id, String answer) {
    CompletableFuture<String> request;
    synchronized (lock) {
      request = pending.remove(id);
    }
    if (request != null) {
      request.complete(answer);
    }
  }

  void closeAfterTheLock() {
    List<CompletableFuture<String>> open;
    guard.lock();
    try {
      closed = true;
      open = new ArrayList<>(pending.values());
      pending.clear();
    } finally {
      guard.unlock();
    }
    open.forEach(request -> request.cancel(false));
  }

  /** Nobody knows the future yet. */
  synchronized CompletableFuture<String> refusedAtOnce(long id) {
    CompletableFuture<String> request = new CompletableFuture<>();
    if (closed) {
      request.completeExceptionally(new IllegalStateException("closed"));
      return request;
    }
    pending.put(id, request);
    return request;
  }

  synchronized CompletableFuture<String> refusedByAHelper(long id) {
    CompletableFuture<String> request = new CompletableFuture<>();
    if (!accepts(request)) {
      return request;
    }
    pending.put(id, request);
    return request;
  }

  private boolean accepts(CompletableFuture<String> request) {
    if (closed) {
      request.completeExceptionally(new IllegalStateException("closed"));
    }
    return !closed;
  }

  synchronized CompletableFuture<String> alreadyKnown(String answer) {
    return CompletableFuture.completedFuture(answer);
  }

  void answeredOnAnExecutor(long id, String answer, Executor executor) {
    synchronized (lock) {
      CompletableFuture<String> request = pending.remove(id);
      executor.execute(() -> request.complete(answer));
    }
  }

  void completedAsync(long id, String answer, Executor executor) {
    synchronized (lock) {
      CompletableFuture<String> request = pending.remove(id);
      request.completeAsync(() -> answer, executor);
    }
  }

  void withoutALock(CompletableFuture<String> request, String answer) {
    request.complete(answer);
  }

  synchronized int size() {
    return pending.size();
  }

  synchronized boolean isDrained() {
    return drained.isDone();
  }

  void drainedOutside() {
    boolean empty;
    synchronized (lock) {
      empty = pending.isEmpty();
    }
    if (empty) {
      signalDrained();
    }
  }
}
