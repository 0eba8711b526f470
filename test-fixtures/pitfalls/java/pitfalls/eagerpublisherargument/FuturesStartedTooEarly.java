package pitfalls.eagerpublisherargument;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does the work of a future run before, or without, a subscription to the publisher around it? */
final class FuturesStartedTooEarly {
  private final TicketClient client;
  private final Map<String, CompletableFuture<Ticket>> running = new ConcurrentHashMap<>();

  FuturesStartedTooEarly(TicketClient client) {
    this.client = client;
  }

  Mono<Ticket> startedWhenBuilt(String id) {
    return Mono.fromFuture(client.fetch(id)); // expect: EagerPublisherArgument likely
  }

  Mono<Ticket> retriesTheSameFailure(String id) {
    return Mono.fromFuture(client.fetch(id)).retry(3); // expect: EagerPublisherArgument
  }

  Uni<Ticket> uniRetriesTheSameFailure(String id) {
    return Uni.createFrom()
        .completionStage(client.fetch(id)) // expect: EagerPublisherArgument
        .onFailure()
        .retry()
        .atMost(3);
  }

  Mono<Ticket> opensEvenIfFound(String id) {
    return client
        .find(id)
        .switchIfEmpty(Mono.fromFuture(client.open(id))); // expect: EagerPublisherArgument
  }

  Mono<Ticket> changedOnTheWay(String id) {
    return Mono.fromFuture(
        client
            .fetch(id) // expect: EagerPublisherArgument likely
            .thenApply(ticket -> new Ticket(ticket.id(), ticket.subject().strip())));
  }

  Single<Ticket> singleStartedWhenBuilt(String id) {
    return Single.fromCompletionStage(client.fetch(id)); // expect: EagerPublisherArgument likely
  }

  Mono<Ticket> supplierOfFuture(String id) {
    return Mono.fromFuture(() -> client.fetch(id)).retry(3);
  }

  Mono<Ticket> deferredFuture(String id) {
    return Mono.defer(() -> Mono.fromFuture(client.fetch(id)));
  }

  Flux<Ticket> startedForEachElement(Flux<String> ids) {
    return ids.concatMap(id -> Mono.fromFuture(client.fetch(id)));
  }

  Mono<Ticket> futureOfOthers(CompletableFuture<Ticket> future) {
    return Mono.fromFuture(future);
  }

  Mono<Ticket> sharedFuture(String id) {
    return Mono.fromFuture(running.computeIfAbsent(id, client::fetch));
  }

  Uni<Ticket> uniOfSupplier(String id) {
    return Uni.createFrom().completionStage(() -> client.fetch(id)).onFailure().retry().atMost(3);
  }

  Mono<Ticket> knownAlready(String id) {
    return Mono.fromFuture(CompletableFuture.completedFuture(Ticket.unknown(id)));
  }
}
