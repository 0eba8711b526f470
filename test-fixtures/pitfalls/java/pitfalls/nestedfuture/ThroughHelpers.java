package pitfalls.nestedfuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Nesting that shows only when a helper's signature or body is known. */
final class ThroughHelpers {
  private final UserStore users;
  private final Enrichment enrichment;

  ThroughHelpers(UserStore users, Enrichment enrichment) {
    this.users = users;
    this.enrichment = enrichment;
  }

  CompletionStage<?> helperOfAnotherFile(String id) {
    return users.loadAsync(id).thenApply(enrichment::withTeam); // expect: NestedFuture
  }

  CompletionStage<?> helperOfThisClass(String id) {
    return users.loadAsync(id).thenApply(user -> rename(user)); // expect: NestedFuture
  }

  private CompletableFuture<Void> rename(User user) {
    return users.saveAsync(new User(user.id() + "-old", user.team()));
  }

  CompletionStage<?> storedFunction(String id) {
    Function<User, CompletableFuture<Void>> save = users::saveAsync;
    return users.loadAsync(id).thenApply(save); // expect: NestedFuture
  }

  CompletionStage<?> ownMappingOperator(String id) {
    return enrichment.mapped(id, user -> users.saveAsync(user)); // missed-alarm: NestedFuture - an operator of the program wraps what its argument returns
  }

  CompletionStage<?> anonymousFunction(String id) {
    return users
        .loadAsync(id)
        .thenApply( // expect: NestedFuture
            new Function<User, CompletableFuture<Void>>() {
              @Override
              public CompletableFuture<Void> apply(User user) {
                return users.saveAsync(user);
              }
            });
  }

  Mono<?> stageInsideAMono(Mono<User> found) {
    return found.map(enrichment::withTeam); // expect: NestedFuture
  }

  CompletionStage<User> helperComposed(String id) {
    return users.loadAsync(id).thenCompose(enrichment::withTeam);
  }

  CompletionStage<Void> ownComposingOperator(String id) {
    return enrichment.composed(id, users::saveAsync);
  }

  CompletionStage<String> ownMappingOperatorWithAValue(String id) {
    return enrichment.mapped(id, User::team);
  }

  CompletionStage<Void> ownMappingOperatorFlattened(String id) {
    return enrichment.mapped(id, users::saveAsync).thenCompose(Function.identity());
  }

  Mono<User> stageFlattenedInAMono(Mono<User> found) {
    return found.map(enrichment::withTeam).flatMap(Mono::fromCompletionStage);
  }
}
