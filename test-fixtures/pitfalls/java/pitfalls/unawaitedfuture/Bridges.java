package pitfalls.unawaitedfuture;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Publishers that were started as a future: subscribed, but nobody hears of a failure. */
final class Bridges {
  private static final Logger log = LoggerFactory.getLogger(Bridges.class);

  interface Reservations {
    Mono<Void> reserve(String article);

    Uni<Void> release(String article);
  }

  private final Reservations reservations;

  Bridges(Reservations reservations) {
    this.reservations = reservations;
  }

  void monoToFutureDropped(String article) {
    reservations.reserve(article).toFuture(); // expect: UnawaitedFuture
  }

  void uniSubscribedAsStageDropped(String article) {
    reservations.release(article).subscribeAsCompletionStage(); // expect: UnawaitedFuture
  }

  void toFutureInAVoidSlot(List<String> articles) {
    articles.forEach(
        article -> reservations.reserve(article).toFuture()); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> toFutureReturned(String article) {
    return reservations.reserve(article).toFuture();
  }

  void stageWithHandler(String article) {
    reservations
        .release(article)
        .subscribeAsCompletionStage()
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.warn("{} stays reserved", article, failure);
              }
            });
  }
}
