package pitfalls.implicitcommonpool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.implicitcommonpool.Ranking.Offer;
import reactor.core.publisher.Mono;

/** Does a search for offers say which threads it computes on? */
final class OfferSearch {
  private static final Logger LOG = LoggerFactory.getLogger(OfferSearch.class);

  private final ConcurrentHashMap<String, Offer> found = new ConcurrentHashMap<>();
  private final Executor ranking;
  private final ExecutorService workers;

  OfferSearch(Executor ranking, ExecutorService workers) {
    this.ranking = ranking;
    this.workers = workers;
  }

  CompletableFuture<List<Offer>> ranked(List<Offer> offers) {
    return CompletableFuture.supplyAsync(() -> Ranking.rank(offers)); // expect: ImplicitCommonPool definite
  }

  CompletableFuture<Void> remembered(Offer offer) {
    return CompletableFuture.runAsync(() -> found.put(offer.shop(), offer)); // expect: ImplicitCommonPool definite
  }

  CompletableFuture<Offer> best(CompletableFuture<List<Offer>> offers) {
    return offers.thenApplyAsync(Ranking::best); // expect: ImplicitCommonPool likely
  }

  CompletionStage<Void> rememberedLater(CompletionStage<Offer> offer) {
    return offer.thenAcceptAsync( // expect: ImplicitCommonPool likely
        each -> found.put(each.shop(), each));
  }

  CompletableFuture<Offer> cheaper(CompletableFuture<Offer> here, CompletableFuture<Offer> there) {
    return here.thenCombineAsync(there, Ranking::cheaper); // expect: ImplicitCommonPool
  }

  CompletableFuture<String> labelled(List<Offer> offers) {
    return CompletableFuture.supplyAsync(() -> Ranking.best(offers), ranking)
        .thenApplyAsync(Ranking::label); // expect: ImplicitCommonPool definite
  }

  CompletableFuture<Offer> searchedAgain(CompletableFuture<List<Offer>> offers) {
    return offers.thenComposeAsync(this::bestThere); // expect: ImplicitCommonPool
  }

  CompletableFuture<Offer> defaulted(CompletableFuture<Offer> offer, Offer fallback) {
    return offer.handleAsync( // expect: ImplicitCommonPool
        (each, failure) -> failure == null ? each : fallback);
  }

  CompletableFuture<Offer> logged(CompletableFuture<Offer> offer) {
    return offer.whenCompleteAsync( // expect: ImplicitCommonPool
        (each, failure) -> {
          if (failure != null) {
            LOG.warn("no offer", failure);
          }
        });
  }

  CompletableFuture<Offer> promised(List<Offer> offers) {
    CompletableFuture<Offer> promise = new CompletableFuture<>();
    return promise.completeAsync(() -> Ranking.best(offers)); // expect: ImplicitCommonPool definite
  }

  CompletableFuture<Offer> firstOf(CompletableFuture<Offer> here, CompletableFuture<Offer> there) {
    return here.applyToEitherAsync(there, Function.identity()); // expect: ImplicitCommonPool
  }

  Stream<CompletableFuture<Offer>> startedByReference(Stream<Supplier<Offer>> shops) {
    return shops.map(CompletableFuture::supplyAsync); // expect: ImplicitCommonPool
  }

  Mono<List<Offer>> bridged(List<Offer> offers) {
    return Mono.fromFuture(
        () -> CompletableFuture.supplyAsync(() -> Ranking.rank(offers))); // expect: ImplicitCommonPool
  }

  CompletableFuture<List<Offer>> rankedThere(List<Offer> offers) {
    return CompletableFuture.supplyAsync(() -> Ranking.rank(offers), ranking);
  }

  CompletableFuture<Void> rememberedThere(Offer offer) {
    return CompletableFuture.runAsync(() -> found.put(offer.shop(), offer), workers);
  }

  CompletableFuture<Offer> bestThere(List<Offer> offers) {
    return CompletableFuture.completedFuture(offers).thenApplyAsync(Ranking::best, ranking);
  }

  CompletableFuture<Offer> bestWherever(CompletableFuture<List<Offer>> offers) {
    return offers.thenApply(Ranking::best);
  }

  CompletableFuture<List<Offer>> chosenCommonPool(List<Offer> offers) {
    return CompletableFuture.supplyAsync(() -> Ranking.rank(offers), ForkJoinPool.commonPool());
  }

  CompletableFuture<List<Offer>> chosenLater(List<Offer> offers, Duration delay) {
    Executor later =
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, ranking);
    return CompletableFuture.supplyAsync(() -> Ranking.rank(offers), later);
  }

  CompletableFuture<Offer> oneAtATime(CompletableFuture<Offer> offer) {
    return offer.whenCompleteAsync(
        (each, failure) -> {
          if (failure != null) {
            LOG.warn("no offer", failure);
          }
        },
        ranking);
  }

  CompletableFuture<Offer> promisedThere(List<Offer> offers) {
    return new CompletableFuture<Offer>().completeAsync(() -> Ranking.best(offers), ranking);
  }

  List<Offer> rankedInParallel(List<List<Offer>> pages) {
    return pages.parallelStream().map(Ranking::rank).flatMap(List::stream).toList();
  }
}
