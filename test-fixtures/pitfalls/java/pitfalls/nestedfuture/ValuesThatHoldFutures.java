package pitfalls.nestedfuture;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Values that hold a future or a stream on purpose, and generic code that cannot know. */
final class ValuesThatHoldFutures {
  record Session(User user, CompletableFuture<Void> audit) {}

  private final UserStore users;

  ValuesThatHoldFutures(UserStore users) {
    this.users = users;
  }

  CompletableFuture<Session> futureInARecord(String id) {
    return users.loadAsync(id).thenApply(user -> new Session(user, users.saveAsync(user)));
  }

  CompletableFuture<Flow.Publisher<List<ByteBuffer>>> streamedBody(
      HttpClient http, HttpRequest request) {
    return http.sendAsync(request, BodyHandlers.ofPublisher()).thenApply(HttpResponse::body);
  }

  CompletableFuture<Supplier<CompletionStage<Void>>> supplierOfAStage(String id) {
    return users.loadAsync(id).thenApply(user -> () -> users.notifyAsync(user));
  }

  <T> CompletableFuture<T> genericStep(String id, Function<User, T> step) {
    return users.loadAsync(id).thenApply(step);
  }

  <T> Mono<List<T>> genericCollection(Flux<User> all, Function<User, T> step) {
    return all.map(step).collectList();
  }

  Mono<Map<String, CompletableFuture<Void>>> mapOfStartedWork(Flux<User> all) {
    return all.collectMap(User::id, users::saveAsync);
  }

  Mono<Void> flattenedByAnExtractedOperator(Flux<User> all) {
    return all.map(users::saveAsync).transform(ValuesThatHoldFutures::awaitAll).then();
  }

  private static Flux<Void> awaitAll(Flux<CompletableFuture<Void>> started) {
    return started.flatMap(Mono::fromFuture);
  }
}
