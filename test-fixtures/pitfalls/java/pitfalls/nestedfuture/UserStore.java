package pitfalls.nestedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An asynchronous store as services declare them for themselves; nobody implements it here. */
interface UserStore {
  CompletableFuture<User> loadAsync(String id);

  CompletableFuture<Void> saveAsync(User user);

  CompletionStage<Void> notifyAsync(User user);
}
