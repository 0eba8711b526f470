package pitfalls.lockheldwhilewaiting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Does somebody wait for what a map keeps, so that only the first who asks for a key waits long? */
final class KeptByKey {
  private final Map<String, CompletableFuture<Rate>> running = new ConcurrentHashMap<>();
  private final Loaded loaded = new Loaded();
  private final RateClient client;

  KeptByKey(RateClient client) {
    this.client = client;
  }

  synchronized Rate futureIsKept(String currency) {
    return running.computeIfAbsent(currency, client::fetch).join(); // expect: LockHeldWhileWaiting likely
  }

  synchronized Rate futureOfTheFirstIsKept(String currency) {
    CompletableFuture<Rate> mine = client.fetch(currency);
    CompletableFuture<Rate> before = running.putIfAbsent(currency, mine);
    CompletableFuture<Rate> kept = before == null ? mine : before;
    return kept.join(); // expect: LockHeldWhileWaiting likely
  }

  synchronized Rate futureIsReplaced(String currency) {
    CompletableFuture<Rate> mine = client.fetch(currency);
    running.put(currency, mine);
    return mine.join(); // expect: LockHeldWhileWaiting definite
  }

  synchronized Rate valueIsLoadedOnce(String currency) {
    return once(currency); // expect: LockHeldWhileWaiting likely
  }

  synchronized void valuesAreLoadedOnceByTheMap(List<String> currencies) {
    currencies.forEach(this::onceByMap); // expect: LockHeldWhileWaiting likely
  }

  synchronized double valueIsLoadedEachTime(String currency, double amount) {
    return amount * again(currency).value(); // expect: LockHeldWhileWaiting definite
  }

  synchronized void loadedOnceAndAskedAgain(String currency) {
    onceAndNow(currency); // expect: LockHeldWhileWaiting definite
  }

  private Rate once(String currency) {
    return loaded.ifAbsent(currency, () -> client.fetch(currency).join());
  }

  private void onceByMap(String currency) {
    loaded.computed(currency, () -> client.fetch(currency).join());
  }

  private Rate again(String currency) {
    return loaded.replaced(currency, () -> client.fetch(currency).join());
  }

  private Rate onceAndNow(String currency) {
    once(currency);
    return client.fetch(currency).join();
  }

  /** Keeps what others load. */
  static final class Loaded {
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();

    Rate ifAbsent(String currency, Supplier<Rate> load) {
      Rate rate = rates.get(currency);
      if (rate == null) {
        rate = load.get();
        rates.put(currency, rate);
      }
      return rate;
    }

    Rate computed(String currency, Supplier<Rate> load) {
      return rates.computeIfAbsent(currency, key -> load.get());
    }

    Rate replaced(String currency, Supplier<Rate> load) {
      Rate rate = load.get();
      rates.put(currency, rate);
      return rate;
    }
  }
}
