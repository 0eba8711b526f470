package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Helpers of another file: some hand the failure on, some have dealt with it. */
final class MailGateway {
  private static final Logger log = LoggerFactory.getLogger(MailGateway.class);

  private final OrderStore store;

  MailGateway(OrderStore store) {
    this.store = store;
  }

  CompletionStage<Void> confirm(String id) {
    return store.loadAsync(id).thenCompose(order -> store.deleteAsync(order.customer()));
  }

  CompletableFuture<Void> confirmOrLog(String id) {
    return store
        .loadAsync(id)
        .thenCompose(store::saveAsync)
        .exceptionally(
            failure -> {
              log.warn("no confirmation for {}", id, failure);
              return null;
            });
  }

  static <T> CompletionStage<T> logged(String what, CompletionStage<T> stage) {
    return stage.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            log.error("{} failed", what, failure);
          }
        });
  }
}
