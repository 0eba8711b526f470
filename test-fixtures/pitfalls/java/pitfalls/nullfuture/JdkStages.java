package pitfalls.nullfuture;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Methods and functions of stages that return null where a stage is owed. */
final class JdkStages {
  private static final Logger log = LoggerFactory.getLogger(JdkStages.class);

  interface Orders {
    CompletableFuture<Order> load(String id);

    CompletableFuture<Void> save(Order order);
  }

  private final Orders orders;
  private final Map<String, String> aliases;

  JdkStages(Orders orders, Map<String, String> aliases) {
    this.orders = orders;
    this.aliases = aliases;
  }

  CompletableFuture<Order> nullForMissingId(String id) {
    if (id == null || id.isBlank()) {
      return null; // expect: NullFuture likely
    }
    return orders.load(id);
  }

  CompletionStage<Order> nullInConditional(String id) {
    return id.isEmpty() ? null : orders.load(id); // expect: NullFuture likely
  }

  CompletableFuture<Order> nullAfterCaughtFailure(String reference) {
    try {
      return orders.load(Long.toString(Long.parseLong(reference)));
    } catch (NumberFormatException e) {
      log.warn("no order number: {}", reference, e);
      return null; // expect: NullFuture likely
    }
  }

  CompletableFuture<Order> nullForUnknownKind(String kind, String id) {
    switch (kind) {
      case "order":
        return orders.load(id);
      case "alias":
        return orders.load(aliases.getOrDefault(id, id));
      default:
        log.warn("unknown kind {}", kind);
        return null; // expect: NullFuture likely
    }
  }

  CompletableFuture<Void> nullFromThenCompose(String id) {
    return orders.load(id).thenCompose(order -> null); // expect: NullFuture definite
  }

  CompletableFuture<Void> nullOnOnePathOfTheFunction(String id) {
    return orders
        .load(id)
        .thenCompose(
            order -> {
              if (order.paid()) {
                return null; // expect: NullFuture definite
              }
              return orders.save(order);
            });
  }

  CompletableFuture<Void> conditionalInTheFunction(String id) {
    return orders
        .load(id)
        .thenCompose(order -> order.paid() ? null : orders.save(order)); // expect: NullFuture likely
  }

  CompletableFuture<Order> completedForMissingId(String id) {
    if (id == null || id.isBlank()) {
      return CompletableFuture.completedFuture(null);
    }
    return orders.load(id);
  }

  CompletableFuture<Order> nullAsTheValue(String id) {
    return orders.load(id).thenApply(order -> order.paid() ? order : null);
  }

  CompletableFuture<Order> nullInTheHandler(String id) {
    return orders
        .load(id)
        .exceptionally(
            failure -> {
              log.warn("no order {}", id, failure);
              return null;
            });
  }

  CompletableFuture<Order> replacedBeforeTheReturn(String id) {
    CompletableFuture<Order> loading = null;
    if (!id.isEmpty()) {
      loading = orders.load(id);
    }
    if (loading == null) {
      loading = CompletableFuture.failedFuture(new IllegalArgumentException("no id"));
    }
    return loading;
  }

  String nullOfAnotherType(String id) {
    return aliases.containsKey(id) ? aliases.get(id) : null;
  }
}
