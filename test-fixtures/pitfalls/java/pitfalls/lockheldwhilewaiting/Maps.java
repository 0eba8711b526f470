package pitfalls.lockheldwhilewaiting;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does the function that a concurrent map runs under its own lock wait? */
final class Maps {
  private final RateClient client;
  private final JdbcTemplate database;
  private final ConcurrentHashMap<String, Rate> rates = new ConcurrentHashMap<>();
  private final Map<String, Rate> byName = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Rate>> running = new ConcurrentHashMap<>();
  private final Map<String, Rate> plain = new HashMap<>();

  Maps(RateClient client, JdbcTemplate database) {
    this.client = client;
    this.database = database;
  }

  Rate joinedInComputeIfAbsent(String currency) {
    return rates.computeIfAbsent(
        currency, key -> client.fetch(key).join()); // expect: LockHeldWhileWaiting definite
  }

  Rate declaredAsMap(String currency) {
    return byName.computeIfAbsent(
        currency, key -> client.fetchReactive(key).block()); // expect: LockHeldWhileWaiting
  }

  Rate queriedInCompute(String currency) {
    return rates.compute(
        currency,
        (key, old) ->
            database.queryForObject( // expect: LockHeldWhileWaiting
                "select value from rate", Rate.class));
  }

  Rate loadedByReference(String currency) {
    return rates.computeIfAbsent(currency, this::load); // expect: LockHeldWhileWaiting
  }

  Rate merged(String currency, Rate fresh) {
    return byName.merge(
        currency, fresh, (old, given) -> load(given.currency())); // expect: LockHeldWhileWaiting
  }

  private Rate load(String currency) {
    return client.fetch(currency).join();
  }

  CompletableFuture<Rate> futureInMap(String currency) {
    return running.computeIfAbsent(currency, client::fetch);
  }

  Rate joinedOutsideOfTheMap(String currency) {
    return running.computeIfAbsent(currency, client::fetch).join();
  }

  Rate computedInMemory(String currency) {
    return rates.computeIfAbsent(currency, key -> new Rate(key, 1));
  }

  Rate plainMapHasNoLock(String currency) {
    return plain.computeIfAbsent(currency, key -> client.fetch(key).join());
  }

  void forEachHoldsNoLock() {
    rates.forEach((currency, rate) -> database.update("insert into rate values (?)", currency));
  }

  Rate optimistic(String currency) {
    Rate known = rates.get(currency);
    return known != null ? known : rates.putIfAbsent(currency, load(currency));
  }
}
