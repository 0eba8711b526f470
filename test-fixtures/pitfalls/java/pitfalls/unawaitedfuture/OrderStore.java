package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An asynchronous store as services declare them for themselves; nobody implements it here. */
interface OrderStore {
  CompletableFuture<Void> saveAsync(Order order);

  CompletableFuture<Order> loadAsync(String id);

  CompletionStage<Void> deleteAsync(String id);

  CompletableFuture<Void> flushAsync();

  CompletableFuture<Void> closeAsync();
}
