package pitfalls.nullfuture;

import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
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
}
