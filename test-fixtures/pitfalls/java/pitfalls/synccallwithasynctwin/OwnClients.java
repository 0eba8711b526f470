package pitfalls.synccallwithasynctwin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Does async code call the synchronous half of a client of the program's own? */
final class OwnClients {
  private final PriceClient prices;
  private final Executor workers;

  OwnClients(PriceClient prices, Executor workers) {
    this.prices = prices;
    this.workers = workers;
  }

  CompletableFuture<BigDecimal> completedWithFetched(String sku) {
    BigDecimal price = prices.fetch(sku); // expect: SyncCallWithAsyncTwin likely
    return CompletableFuture.completedFuture(price);
  }

  CompletableFuture<BigDecimal> composed(String sku) {
    return prices.fetchAsync(sku).thenApply(BigDecimal::stripTrailingZeros);
  }

  CompletableFuture<BigDecimal> sumOfStream(List<String> skus) {
    List<BigDecimal> fetched =
        skus.stream().map(prices::fetch).toList(); // expect: SyncCallWithAsyncTwin likely
    return prices.convertAsync(
        fetched.stream().reduce(BigDecimal.ZERO, BigDecimal::add), "EUR", workers);
  }

  CompletableFuture<BigDecimal> convertedFirst(BigDecimal price, String sku) {
    BigDecimal euros = prices.convert(price, "EUR"); // expect: SyncCallWithAsyncTwin likely
    return prices.fetchAsync(sku).thenApply(euros::add);
  }

  Uni<Void> publishedFirst(String sku, BigDecimal price) {
    prices.publish(sku, price); // expect: SyncCallWithAsyncTwin likely
    return Uni.createFrom().voidItem();
  }

  Uni<Void> publishedAsync(String sku, BigDecimal price) {
    return prices.publishAsync(sku, price);
  }

  Flux<BigDecimal> batchesMapped(Flux<List<String>> batches) {
    return batches
        .map(prices::fetchAll) // expect: SyncCallWithAsyncTwin likely
        .flatMapIterable(each -> each);
  }

  Flux<BigDecimal> batchesComposed(Flux<List<String>> batches) {
    return batches.concatMap(prices::fetchAllReactive).flatMapIterable(each -> each);
  }

  Mono<BigDecimal> fetchedWhenSubscribed(String sku) {
    return Mono.fromCallable(() -> prices.fetch(sku)); // expect: SyncCallWithAsyncTwin likely
  }

  Mono<BigDecimal> fetchedOnElastic(String sku) {
    return Mono.fromCallable(() -> prices.fetch(sku)).subscribeOn(Schedulers.boundedElastic());
  }

  CompletableFuture<BigDecimal> fetchedByExecutor(String sku) {
    return CompletableFuture.supplyAsync(() -> prices.fetch(sku), workers);
  }

  BigDecimal fetchedInBlockingCode(String sku) {
    return prices.fetch(sku);
  }

  CompletableFuture<BigDecimal> fallbackAfterFailure(String sku) {
    try {
      return prices.fetchAsync(sku);
    } catch (IllegalStateException e) {
      return CompletableFuture.completedFuture(prices.fetch(sku));
    }
  }

  Mono<BigDecimal> onlyWhereItMayBlock(String sku) {
    if (Schedulers.isInNonBlockingThread()) {
      return Mono.fromFuture(() -> prices.fetchAsync(sku));
    }
    return Mono.just(prices.fetch(sku));
  }

  CompletableFuture<BigDecimal> otherParameters(String sku, String customer) {
    BigDecimal discount = prices.discount(sku, customer);
    return prices.fetchAsync(sku).thenApply(price -> price.subtract(discount));
  }

  CompletableFuture<BigDecimal> twinWithCallback(String sku) {
    return CompletableFuture.completedFuture(prices.quote(sku));
  }

  CompletableFuture<BigDecimal> deprecatedTwin(String sku) {
    return CompletableFuture.completedFuture(prices.estimate(sku));
  }

  CompletableFuture<String> accessor(String sku) {
    String currency = prices.getCurrency();
    return prices.fetchAsync(sku).thenApply(price -> price + " " + currency);
  }

  CompletableFuture<BigDecimal> fluent(String shop, String sku) {
    return prices.forShop(shop).fetchAsync(sku);
  }

  /** Reserves stock on the event loop. */
  static final class Reservations extends AbstractVerticle {
    private final PriceClient prices;

    Reservations(PriceClient prices) {
      this.prices = prices;
    }

    @Override
    public void start() {
      vertx
          .eventBus()
          .<String>consumer(
              "reserve",
              message -> {
                boolean done = prices.reserve(message.body(), 1); // expect: SyncCallWithAsyncTwin
                message.reply(done);
              });
    }
  }

  /** Reserves stock and answers when that is done. */
  static final class AsyncReservations extends AbstractVerticle {
    private final PriceClient prices;

    AsyncReservations(PriceClient prices) {
      this.prices = prices;
    }

    @Override
    public void start() {
      vertx
          .eventBus()
          .<String>consumer(
              "reserve.async",
              message ->
                  prices
                      .reserveAsynchronously(message.body(), 1)
                      .whenComplete(
                          (done, failure) -> {
                            if (failure != null) {
                              message.fail(500, failure.getMessage());
                            } else {
                              message.reply(done);
                            }
                          }));
    }
  }
}
