package pitfalls.stalestateafterasync;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.eventbus.Message;
import io.vertx.core.net.NetClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Is the state the callback's own, or under a rule that makes others wait? */
final class OwnState {
  /** What is sent in the background. */
  static final class Upload implements Runnable {
    private final StringBuffer lines = new StringBuffer();
    private boolean closed;

    void add(String line) {
      lines.append(line);
      closed = false;
    }

    Upload sent(Executor workers) {
      if (closed) {
        return this;
      }
      Upload next = new Upload();
      workers.execute(next);
      closed = true;
      return next;
    }

    @Override
    public void run() {
      lines.append("done");
    }
  }

  /** Names that an event loop looks up: one thread, and still others have their turn in between. */
  static final class Names extends AbstractVerticle {
    private final Map<String, String> known = new HashMap<>();
    private NetClient directory;

    @Override
    public void start() {
      directory = vertx.createNetClient();
      vertx.eventBus().<String>consumer("name", this::lookUp);
    }

    private void lookUp(Message<String> message) {
      String id = message.body();
      if (known.containsKey(id)) {
        message.reply(known.get(id));
        return;
      }
      directory
          .connect(389, id)
          .onFailure(failure -> message.fail(404, failure.getMessage()))
          .onSuccess(
              socket -> {
                known.put(id, socket.localAddress().toString()); // expect: StaleStateAfterAsync
                message.reply(known.get(id));
              });
    }
  }

  /** Where stock comes from. */
  interface Stock {
    CompletableFuture<Integer> count(String sku);
  }

  private final Stock stock;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private Integer total;

  OwnState(Stock stock, String first) {
    this.stock = stock;
    if (total == null) {
      stock.count(first).thenAccept(count -> total = count).join();
    }
  }

  CompletableFuture<Integer> largestKept(String sku) {
    if (counts.containsKey(sku)) {
      return CompletableFuture.completedFuture(counts.get(sku));
    }
    return stock.count(sku).thenApply(count -> counts.merge(sku, count, Math::max));
  }

  CompletableFuture<Integer> replacedIfUnchanged(String sku) {
    Integer seen = counts.get(sku);
    if (seen == null) {
      return CompletableFuture.completedFuture(0);
    }
    return stock
        .count(sku)
        .thenApply(
            count -> {
              counts.replace(sku, seen, count);
              return count;
            });
  }

  CompletableFuture<Integer> summedUp(String sku) {
    Integer seen = counts.get(sku);
    return stock
        .count(sku)
        .thenApply(
            count -> {
              counts.put(sku, seen + count); // expect: StaleStateAfterAsync
              return count;
            });
  }

  Integer waitedUnderLock(String sku, ReentrantLock guard) {
    guard.lock();
    try {
      if (!counts.containsKey(sku)) {
        return stock
            .count(sku)
            .thenApply(
                count -> {
                  counts.put(sku, count);
                  return count;
                })
            .join(); // expect: LockHeldWhileWaiting
      }
      return counts.get(sku);
    } finally {
      guard.unlock();
    }
  }
}
