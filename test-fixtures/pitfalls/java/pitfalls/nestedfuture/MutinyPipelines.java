package pitfalls.nestedfuture;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mutiny items mapped to, or looked at with, a pipeline that nobody subscribes. */
final class MutinyPipelines {
  private static final Logger log = LoggerFactory.getLogger(MutinyPipelines.class);

  interface Users {
    Uni<User> find(String id);

    Uni<Void> persist(User user);

    Multi<User> all();

    CompletableFuture<Void> index(User user);
  }

  private final Users users;

  MutinyPipelines(Users users) {
    this.users = users;
  }

  Uni<Void> persistedInMap(String id) {
    return users
        .find(id)
        .map(user -> users.persist(user)) // expect: NestedFuture
        .replaceWithVoid();
  }

  Uni<User> persistedInInvoke(String id) {
    return users.find(id).invoke(user -> users.persist(user)); // expect: NestedFuture
  }

  Uni<User> referenceInInvoke(String id) {
    return users.find(id).onItem().invoke(users::persist); // expect: NestedFuture
  }

  Multi<User> multiInvoke() {
    return users.all().invoke(users::persist); // expect: NestedFuture
  }

  Uni<String> transformed(String id) {
    return users
        .find(id)
        .onItem()
        .transform(users::persist) // expect: NestedFuture
        .replaceWith(id);
  }

  Multi<?> multiMapped() {
    return users.all().map(users::persist); // expect: NestedFuture
  }

  Uni<?> suppliedAsAnItem(String id) {
    return Uni.createFrom().item(() -> users.find(id)); // expect: NestedFuture
  }

  Uni<Void> chained(String id) {
    return users.find(id).chain(users::persist);
  }

  Uni<User> called(String id) {
    return users.find(id).call(users::persist);
  }

  Uni<User> invokedWithAPlainConsumer(String id) {
    return users.find(id).invoke(user -> log.info("found {}", user));
  }

  Uni<Void> flattened(String id) {
    return users.find(id).map(users::persist).flatMap(persisting -> persisting);
  }

  Multi<Void> flattenedWithOrder() {
    return users.all().map(users::persist).onItem().transformToUniAndConcatenate(u -> u);
  }

  Uni<Void> fromAStage(User user) {
    return Uni.createFrom().completionStage(() -> users.index(user));
  }

  Uni<User> deferred(String id) {
    return Uni.createFrom().deferred(() -> users.find(id));
  }
}
