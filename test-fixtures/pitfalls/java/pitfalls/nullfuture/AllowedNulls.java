package pitfalls.nullfuture;

import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.lang.Nullable;

/** Nulls that the contract, an annotation or the callers expect. */
final class AllowedNulls {
  private static final Logger log = LoggerFactory.getLogger(AllowedNulls.class);

  private final Map<String, CompletableFuture<Order>> running = new ConcurrentHashMap<>();
  private final AtomicReference<CompletableFuture<Order>> latest = new AtomicReference<>();

  /** The listener's contract: null means that the message may be reclaimed at once. */
  static final class PriceFeed implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      log.info("price {}", data);
      socket.request(1);
      return null;
    }
  }

  /** What the function yields is a plain value to those who call it. */
  static final class Selected implements Function<Order, CompletableFuture<Order>> {
    @Override
    public CompletableFuture<Order> apply(Order order) {
      return null;
    }
  }

  /** A hook: those kinds of shop that have a backlog say so. */
  static class Shop {
    CompletableFuture<Order> nextOfBacklog() {
      return null;
    }
  }

  static final class WebShop extends Shop {
    @Override
    CompletableFuture<Order> nextOfBacklog() {
      return CompletableFuture.completedFuture(new Order("1", "web", false));
    }
  }

  @Nullable
  CompletableFuture<Order> annotated(String id) {
    if (id.isEmpty()) {
      return null;
    }
    return running.get(id);
  }

  private CompletableFuture<Order> underWay(String id) {
    if (id.isEmpty()) {
      return null;
    }
    return running.get(id);
  }

  CompletableFuture<Order> checkedByTheCaller(String id) {
    CompletableFuture<Order> found = underWay(id);
    return found != null ? found : CompletableFuture.completedFuture(new Order(id, "", false));
  }

  private CompletableFuture<Order> open(String id, boolean recent) {
    if (!recent) {
      return null;
    }
    return running.get(id);
  }

  CompletableFuture<Order> openAndRecent(String id) {
    return open(id, true);
  }

  boolean checkedByTheCallersCaller(String id) {
    return openAndRecent(id) != null;
  }

  private CompletableFuture<Order> changed(String id) {
    if (id.isEmpty()) {
      return null;
    }
    return running.get(id);
  }

  boolean checkedByAnotherMethod(String id) {
    return isUnderWay(changed(id));
  }

  private static boolean isUnderWay(CompletableFuture<Order> order) {
    return order != null && !order.isDone();
  }

  private CompletableFuture<Order> remembered(String id) {
    if (id.isEmpty()) {
      return null;
    }
    return running.get(id);
  }

  CompletableFuture<Order> madeOptional(String id) {
    return Optional.ofNullable(remembered(id))
        .orElseGet(() -> CompletableFuture.completedFuture(new Order(id, "", false)));
  }

  void removedInCompute(String id) {
    running.computeIfPresent(id, (key, order) -> order.isDone() ? null : order);
  }

  void forgottenInUpdate() {
    latest.updateAndGet(order -> null);
  }

  /** A handle to wait by: null tells that nothing is under way. */
  Future<Order> handle(String id) {
    if (id.isEmpty()) {
      return null;
    }
    return running.get(id);
  }

  /** A handle to cancel by: null tells that nothing is planned. */
  ScheduledFuture<?> reminder(ScheduledExecutorService timer, Order order) {
    if (timer.isShutdown()) {
      return null;
    }
    return timer.schedule(() -> log.info("still open: {}", order.id()), 5, TimeUnit.MINUTES);
  }
}
