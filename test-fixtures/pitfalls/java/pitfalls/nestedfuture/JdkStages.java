package pitfalls.nestedfuture;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stages of the JDK whose function returns another stage. */
final class JdkStages {
  private static final Logger log = LoggerFactory.getLogger(JdkStages.class);

  private final UserStore users;
  private final Executor pool;

  JdkStages(UserStore users, Executor pool) {
    this.users = users;
    this.pool = pool;
  }

  CompletableFuture<String> referenceInThenApply(String id) {
    return users
        .loadAsync(id)
        .thenApply(users::saveAsync) // expect: NestedFuture
        .thenApply(saved -> "saved " + id);
  }

  CompletableFuture<Void> savedBeforeTheReply(String id) {
    return users
        .loadAsync(id)
        .thenApply(user -> users.saveAsync(user)) // expect: NestedFuture
        .thenAccept(done -> log.info("saved {}", id));
  }

  CompletionStage<CompletionStage<Void>> nestedInTheSignature(CompletionStage<User> loading) {
    return loading.thenApply(user -> users.notifyAsync(user)); // expect: NestedFuture
  }

  CompletableFuture<?> blockLambda(String id) {
    return users
        .loadAsync(id)
        .thenApply( // expect: NestedFuture
            user -> {
              log.info("saving {}", user);
              return users.saveAsync(user);
            });
  }

  CompletableFuture<Void> applyAsync(String id) {
    return users
        .loadAsync(id)
        .thenApplyAsync(users::saveAsync, pool) // expect: NestedFuture
        .thenRun(() -> log.info("saved {}", id));
  }

  CompletableFuture<Void> combined(String id, String other) {
    return users
        .loadAsync(id)
        .thenCombine(users.loadAsync(other), (a, b) -> users.saveAsync(a)) // expect: NestedFuture
        .thenRun(() -> log.info("merged {} and {}", id, other));
  }

  CompletableFuture<?> handled(String id) {
    return users
        .loadAsync(id)
        .handle((user, failure) -> users.saveAsync(orGuest(user))); // expect: NestedFuture
  }

  private static User orGuest(User user) {
    return user == null ? new User("guest", "none") : user;
  }

  CompletableFuture<?> supplied(User user) {
    return CompletableFuture.supplyAsync(() -> users.saveAsync(user), pool); // expect: NestedFuture
  }

  void handleIsDropped(ScheduledExecutorService workers, User user) {
    workers.schedule(() -> users.saveAsync(user), 1, TimeUnit.SECONDS); // expect: NestedFuture likely
  }

  Future<?> submitted(ExecutorService workers, HttpClient http, HttpRequest request) {
    Callable<CompletableFuture<HttpResponse<String>>> call =
        () -> http.sendAsync(request, BodyHandlers.ofString());
    return workers.submit(call); // expect: NestedFuture
  }

  CompletableFuture<?> responseFollowed(HttpClient http, HttpRequest first, HttpRequest next) {
    return http.sendAsync(first, BodyHandlers.discarding())
        .thenApply(r -> http.sendAsync(next, BodyHandlers.ofString())); // expect: NestedFuture
  }

  CompletableFuture<Void> composed(String id) {
    return users.loadAsync(id).thenCompose(users::saveAsync);
  }

  CompletableFuture<Void> flattenedByTheNextStage(String id) {
    return users.loadAsync(id).thenApply(users::saveAsync).thenCompose(saving -> saving);
  }

  CompletableFuture<Void> flattenedByIdentity(User user) {
    return CompletableFuture.supplyAsync(() -> users.saveAsync(user), pool)
        .thenCompose(Function.identity());
  }

  CompletableFuture<Void> flattenedThroughALocal(String id) {
    CompletableFuture<CompletableFuture<Void>> saving =
        users.loadAsync(id).thenApply(users::saveAsync);
    return saving.thenCompose(Function.identity());
  }

  CompletableFuture<Void> handledAndFlattened(String id) {
    return users
        .loadAsync(id)
        .handle((user, e) -> e == null ? users.saveAsync(user) : users.saveAsync(new User(id, "")))
        .thenCompose(Function.identity());
  }

  CompletableFuture<Void> flattenedByAHelper(String id) {
    return flatten(users.loadAsync(id).thenApply(users::saveAsync));
  }

  private static <T> CompletableFuture<T> flatten(CompletableFuture<CompletableFuture<T>> nested) {
    return nested.thenCompose(Function.identity());
  }

  CompletableFuture<List<User>> listOfFuturesCombined(CompletableFuture<List<String>> ids) {
    return ids.thenApply(all -> all.stream().map(users::loadAsync).toList())
        .thenCompose(
            loads ->
                CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new))
                    .thenApply(done -> loads.stream().map(CompletableFuture::join).toList()));
  }

  CompletableFuture<Map<String, CompletableFuture<User>>> mapOfFuturesOnPurpose(
      CompletableFuture<List<String>> ids) {
    return ids.thenApply(
        all -> all.stream().collect(Collectors.toMap(Function.identity(), users::loadAsync)));
  }

  CompletableFuture<User> memoised(Map<String, CompletableFuture<User>> cache, String id) {
    return cache.computeIfAbsent(id, users::loadAsync);
  }

  List<CompletableFuture<User>> streamIsNoFuture(List<String> ids) {
    return ids.stream().map(users::loadAsync).toList();
  }

  CompletableFuture<String> plainValue(String id) {
    return users.loadAsync(id).thenApply(User::team);
  }
}
