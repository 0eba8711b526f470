package pitfalls.nestedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Helpers of another file: asynchronous steps, and operators of the program's own. */
final class Enrichment {
  private final UserStore users;

  Enrichment(UserStore users) {
    this.users = users;
  }

  CompletionStage<User> withTeam(User user) {
    return users.loadAsync(user.team()).thenApply(lead -> new User(user.id(), lead.id()));
  }

  <T> CompletableFuture<T> mapped(String id, Function<User, T> step) {
    return users.loadAsync(id).thenApply(step);
  }

  <T> CompletableFuture<T> composed(String id, Function<User, CompletableFuture<T>> step) {
    return users.loadAsync(id).thenCompose(step);
  }
}
