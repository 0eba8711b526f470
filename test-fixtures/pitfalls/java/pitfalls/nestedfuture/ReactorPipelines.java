package pitfalls.nestedfuture;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reactor operators that map to a publisher, which nobody subscribes, or flatten it. */
final class ReactorPipelines {
  interface Users {
    Mono<User> findById(String id);

    Flux<User> findByTeam(String team);

    Mono<User> save(User user);

    Mono<Void> delete(User user);

    CompletableFuture<Void> index(User user);
  }

  private final Users users;

  ReactorPipelines(Users users) {
    this.users = users;
  }

  Mono<Void> neverSaved(String id) {
    return users.findById(id).map(user -> users.save(user)).then(); // expect: NestedFuture
  }

  Mono<Long> referenceInMap(String team) {
    return users.findByTeam(team).map(users::save).count(); // expect: NestedFuture
  }

  Mono<Mono<Void>> nestedInTheSignature(String id) {
    return users.findById(id).map(users::delete); // expect: NestedFuture
  }

  Mono<Void> futureInMap(String id) {
    return users.findById(id).map(users::index).then(); // expect: NestedFuture
  }

  Mono<?> callableThatReturnsAPublisher(User user) {
    return Mono.fromCallable(() -> users.save(user)); // expect: NestedFuture
  }

  Mono<Void> supplierThatReturnsAPublisher(User user) {
    return Mono.fromSupplier(() -> users.delete(user)).then(); // expect: NestedFuture
  }

  Mono<Void> zippedIntoAPublisher(String id, String other) {
    return users
        .findById(id)
        .zipWith(users.findById(other), (a, b) -> users.save(a)) // expect: NestedFuture
        .then();
  }

  Flux<?> countedPerTeam(Flux<User> all) {
    return all.groupBy(User::team).map(team -> team.count()); // expect: NestedFuture
  }

  Mono<?> bodyReadInMap(Mono<WebClient.ResponseSpec> answer) {
    return answer.map(spec -> spec.bodyToMono(User.class)); // expect: NestedFuture
  }

  Mono<Void> blockLambdaWithABranch(String id) {
    return users
        .findById(id)
        .map( // expect: NestedFuture
            user -> {
              if (user.team().isEmpty()) {
                return users.delete(user);
              }
              return users.save(user).then();
            })
        .then();
  }

  Mono<User> flatMapped(String id) {
    return users.findById(id).flatMap(users::save);
  }

  Flux<User> flattenedByFlatMap(String team) {
    return users.findByTeam(team).map(users::save).flatMap(Function.identity());
  }

  Flux<User> flattenedByConcatMap(String team) {
    return users.findByTeam(team).map(user -> users.save(user)).concatMap(saving -> saving);
  }

  Flux<User> flattenedByConcat(String team) {
    return Flux.concat(users.findByTeam(team).map(users::save));
  }

  Flux<User> flattenedByMerge(String team) {
    return Flux.merge(users.findByTeam(team).map(users::save), 8);
  }

  Flux<User> flattenedBySwitchOnNext(Flux<String> selected) {
    return Flux.switchOnNext(selected.map(users::findById));
  }

  Mono<Void> collectedAndJoined(String team) {
    return users.findByTeam(team).map(users::delete).collectList().flatMap(Mono::when);
  }

  Mono<User> deferred(String id) {
    return Mono.defer(() -> users.findById(id));
  }

  Mono<Void> fromAFuture(User user) {
    return Mono.fromFuture(() -> users.index(user));
  }

  Flux<Long> windowsAreConcatenated(Flux<User> all) {
    return all.window(Duration.ofSeconds(1)).concatMap(Flux::count);
  }

  Flux<User> firstOfEachGroup(Flux<User> all) {
    return all.groupBy(User::team).flatMap(team -> team.take(1));
  }

  Mono<ResponseEntity<Flux<User>>> bodyOfAnEntity(String id) {
    return users.findById(id).map(user -> ResponseEntity.ok().body(users.findByTeam(user.team())));
  }

  Mono<User> optionalIsNoPublisher(Optional<String> id) {
    return id.map(users::findById).orElseGet(Mono::empty);
  }
}
