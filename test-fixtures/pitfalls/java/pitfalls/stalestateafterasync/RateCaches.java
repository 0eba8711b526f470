package pitfalls.stalestateafterasync;

import com.github.benmanes.caffeine.cache.Cache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Mono;

/** Is a cache filled after a load because it had no value before that? */
final class RateCaches {
  /** Where the rates come from. */
  interface RateService {
    CompletableFuture<BigDecimal> load(String currency);

    Mono<BigDecimal> loadMono(String currency);

    Uni<BigDecimal> loadUni(String currency);

    Future<BigDecimal> loadFuture(String currency);
  }

  private final RateService service;
  private final ConcurrentMap<String, BigDecimal> rates = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CompletableFuture<BigDecimal>> loading =
      new ConcurrentHashMap<>();
  private final Cache<String, BigDecimal> recent;

  RateCaches(RateService service, Cache<String, BigDecimal> recent) {
    this.service = service;
    this.recent = recent;
  }

  CompletableFuture<BigDecimal> putWhenAbsentBefore(String currency) {
    if (!rates.containsKey(currency)) {
      return service
          .load(currency)
          .thenApply(
              rate -> {
                rates.put(currency, rate); // expect: StaleStateAfterAsync likely
                return rate;
              });
    }
    return CompletableFuture.completedFuture(rates.get(currency));
  }

  CompletableFuture<BigDecimal> oneFutureForAll(String currency) {
    return loading.computeIfAbsent(currency, service::load);
  }

  CompletableFuture<BigDecimal> earlyReturn(String currency) {
    BigDecimal known = rates.get(currency);
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    return service
        .load(currency)
        .whenComplete(
            (rate, failure) -> {
              if (failure == null) {
                rates.put(currency, rate); // expect: StaleStateAfterAsync
              }
            });
  }

  CompletableFuture<BigDecimal> firstOneWins(String currency) {
    BigDecimal known = rates.get(currency);
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    return service
        .load(currency)
        .thenApply(
            rate -> {
              BigDecimal earlier = rates.putIfAbsent(currency, rate);
              return earlier == null ? rate : earlier;
            });
  }

  CompletableFuture<BigDecimal> lookedAgain(String currency) {
    if (!rates.containsKey(currency)) {
      return service
          .load(currency)
          .thenApply(
              rate -> {
                if (!rates.containsKey(currency)) {
                  rates.put(currency, rate);
                }
                return rates.get(currency);
              });
    }
    return CompletableFuture.completedFuture(rates.get(currency));
  }

  Mono<BigDecimal> reactive(String currency) {
    BigDecimal known = recent.getIfPresent(currency);
    if (known != null) {
      return Mono.just(known);
    }
    return service
        .loadMono(currency)
        .doOnNext(rate -> recent.put(currency, rate)); // expect: StaleStateAfterAsync
  }

  Uni<BigDecimal> mutiny(String currency) {
    if (rates.containsKey(currency)) {
      return Uni.createFrom().item(rates.get(currency));
    }
    return service
        .loadUni(currency)
        .onItem()
        .invoke(rate -> rates.put(currency, rate)); // expect: StaleStateAfterAsync
  }

  Future<BigDecimal> vertx(String currency) {
    if (!rates.containsKey(currency)) {
      return service
          .loadFuture(currency)
          .onSuccess(rate -> rates.put(currency, rate)); // expect: StaleStateAfterAsync
    }
    return Future.succeededFuture(rates.get(currency));
  }

  CompletableFuture<BigDecimal> twoStagesLater(String currency) {
    if (!rates.containsKey(currency)) {
      return service
          .load(currency)
          .thenCompose(
              rate ->
                  service
                      .load("EUR")
                      .thenApply(
                          euro -> {
                            rates.put(currency, rate); // expect: StaleStateAfterAsync
                            return rate.multiply(euro);
                          }));
    }
    return CompletableFuture.completedFuture(rates.get(currency));
  }

  CompletableFuture<BigDecimal> anotherKey(String currency, String alias) {
    if (!rates.containsKey(currency)) {
      return service
          .load(currency)
          .thenApply(
              rate -> {
                rates.put(alias, rate);
                return rate;
              });
    }
    return CompletableFuture.completedFuture(rates.get(currency));
  }

  CompletableFuture<BigDecimal> alwaysRefreshed(String currency) {
    return service
        .load(currency)
        .thenApply(
            rate -> {
              rates.put(currency, rate);
              return rate;
            });
  }

  CompletableFuture<BigDecimal> markedAsLoading(String currency) {
    CompletableFuture<BigDecimal> running = loading.get(currency);
    if (running != null) {
      return running;
    }
    CompletableFuture<BigDecimal> started =
        service
            .load(currency)
            .thenApply(
                rate -> {
                  rates.put(currency, rate);
                  return rate;
                });
    loading.put(currency, started);
    return started;
  }

  BigDecimal waitedFor(String currency) {
    if (!rates.containsKey(currency)) {
      service.load(currency).thenAccept(rate -> rates.put(currency, rate)).join();
    }
    return rates.get(currency);
  }

  CompletableFuture<Map<String, BigDecimal>> ownMap(Iterable<String> currencies) {
    Map<String, BigDecimal> found = new ConcurrentHashMap<>();
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (String currency : currencies) {
      if (!found.containsKey(currency)) {
        all =
            all.thenCompose(
                done ->
                    service
                        .load(currency)
                        .thenAccept(rate -> found.put(currency, rate)));
      }
    }
    return all.thenApply(done -> found);
  }
}
