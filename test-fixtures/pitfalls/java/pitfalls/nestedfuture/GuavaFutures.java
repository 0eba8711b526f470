package pitfalls.nestedfuture;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.List;
import java.util.concurrent.Executor;

/** Guava's futures: transform where transformAsync was meant. */
final class GuavaFutures {
  interface Users {
    ListenableFuture<User> load(String id);

    ListenableFuture<Void> save(User user);
  }

  private final Users users;
  private final Executor executor;

  GuavaFutures(Users users, Executor executor) {
    this.users = users;
    this.executor = executor;
  }

  ListenableFuture<?> savedInTransform(String id) {
    return Futures.transform( // expect: NestedFuture
        users.load(id), user -> users.save(user), executor);
  }

  ListenableFuture<?> savedInFluentTransform(String id) {
    return FluentFuture.from(users.load(id))
        .transform(users::save, executor); // expect: NestedFuture
  }

  ListenableFuture<?> submitted(User user) {
    return Futures.submit(() -> users.save(user), executor); // expect: NestedFuture
  }

  ListenableFuture<Void> transformedAsync(String id) {
    return Futures.transformAsync(users.load(id), users::save, executor);
  }

  ListenableFuture<Void> submittedAsync(User user) {
    return Futures.submitAsync(() -> users.save(user), executor);
  }

  ListenableFuture<Void> flattened(String id) {
    return Futures.transformAsync(
        Futures.transform(users.load(id), users::save, executor), saving -> saving, executor);
  }

  ListenableFuture<List<Void>> combined(ListenableFuture<List<User>> loading) {
    return Futures.transformAsync(
        loading, all -> Futures.allAsList(all.stream().map(users::save).toList()), executor);
  }
}
