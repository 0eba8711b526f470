package pitfalls.eagerpublisherargument;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mindrot.jbcrypt.BCrypt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Has a publisher's value been fetched before anybody subscribes? */
final class ValuesMadeTooEarly {
  private final TicketStore store;
  private final TicketClient client;
  private final HttpClient http;

  ValuesMadeTooEarly(TicketStore store, TicketClient client, HttpClient http) {
    this.store = store;
    this.client = client;
    this.http = http;
  }

  Mono<Ticket> justQuery(String id) {
    return Mono.just(store.load(id)); // expect: EagerPublisherArgument
  }

  Mono<Ticket> schedulerCannotHelp(String id) {
    return Mono.just(store.load(id)) // expect: EagerPublisherArgument
        .subscribeOn(Schedulers.boundedElastic());
  }

  Mono<String> partOfTheAnswer(HttpRequest request) throws IOException, InterruptedException {
    return Mono.just(
        http.send(request, BodyHandlers.ofString()).body()); // expect: EagerPublisherArgument
  }

  Mono<Optional<Ticket>> wrappedTwice(String id) {
    return Mono.just(Optional.of(store.load(id))); // expect: EagerPublisherArgument
  }

  Flux<String> iterableOfQuery() {
    return Flux.fromIterable(store.subjects()); // expect: EagerPublisherArgument
  }

  Mono<Ticket> defaultAlwaysLoaded(String id) {
    return client.find(id).defaultIfEmpty(store.load(id)); // expect: EagerPublisherArgument
  }

  Mono<Ticket> fallbackAlwaysLoaded(String id) {
    return client
        .find(id)
        .switchIfEmpty(Mono.just(store.load(id))); // expect: EagerPublisherArgument
  }

  Mono<Ticket> errorValueAlwaysLoaded(String id) {
    return client.find(id).onErrorReturn(store.load(id)); // expect: EagerPublisherArgument
  }

  Mono<Ticket> waitedForWhileBuilding(String id) {
    return Mono.justOrEmpty(client.fetch(id).join()); // expect: EagerPublisherArgument
  }

  Mono<String> hashedWhileBuilding(String password) {
    return Mono.just(BCrypt.hashpw(password, BCrypt.gensalt(12))); // expect: EagerPublisherArgument
  }

  Uni<Ticket> uniOfQuery(String id) {
    return Uni.createFrom()
        .item(store.load(id)) // expect: EagerPublisherArgument
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  Single<Ticket> singleOfQuery(String id) {
    return Single.just(store.load(id)); // expect: EagerPublisherArgument
  }

  void shownByCaller(String id, Consumer<Ticket> view, Consumer<Throwable> failed) {
    Mono.just(store.load(id)) // expect: EagerPublisherArgument
        .subscribeOn(Schedulers.boundedElastic())
        .subscribe(view, failed);
  }

  Mono<Ticket> callable(String id) {
    return Mono.fromCallable(() -> store.load(id)).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<Ticket> deferredJust(String id) {
    return Mono.defer(() -> Mono.just(store.load(id))).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<Ticket> deferredFallback(String id) {
    return client
        .find(id)
        .switchIfEmpty(
            Mono.fromCallable(() -> store.load(id)).subscribeOn(Schedulers.boundedElastic()));
  }

  Mono<Ticket> valueAtHand(String id) {
    return Mono.just(store.cached(id)).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<Ticket> plainDefault(String id) {
    return client.find(id).defaultIfEmpty(Ticket.unknown(id));
  }

  Mono<Ticket> lazyFallback(String id) {
    return client.find(id).switchIfEmpty(client.find("default"));
  }

  Ticket builtAndAwaitedByWorker(String id) {
    List<Ticket> all = Flux.just(store.load(id)).filter(t -> !t.id().isEmpty()).collectList().block();
    return all == null || all.isEmpty() ? Ticket.unknown(id) : all.get(0);
  }

  Mono<Ticket> loadedOnElastic(Mono<String> ids) {
    return ids.publishOn(Schedulers.boundedElastic()).flatMap(id -> Mono.just(store.load(id)));
  }

  Uni<Ticket> lazyItem(String id) {
    return Uni.createFrom()
        .item(() -> store.load(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  Flux<String> constants() {
    return Flux.fromIterable(List.of("open", "closed")).map(String::toUpperCase);
  }
}
