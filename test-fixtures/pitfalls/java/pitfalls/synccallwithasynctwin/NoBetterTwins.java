package pitfalls.synccallwithasynctwin;

import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Does a twin help where the call has its value at hand, or the twin only moves the same call? */
final class NoBetterTwins {
  private final Rates rates;
  private final Reports reports;
  private final Checksums checksums;
  private final HttpClient http;

  NoBetterTwins(Rates rates, Reports reports, Checksums checksums, HttpClient http) {
    this.rates = rates;
    this.reports = reports;
    this.checksums = checksums;
    this.http = http;
  }

  /** Rates that somebody has loaded before. */
  static final class Rates {
    private final Map<String, BigDecimal> known = new ConcurrentHashMap<>();
    private final PriceClient prices;

    Rates(PriceClient prices) {
      this.prices = prices;
    }

    BigDecimal lookup(String currency) {
      return known.getOrDefault(currency, BigDecimal.ONE);
    }

    CompletableFuture<BigDecimal> lookupAsync(String currency) {
      return prices.fetchAsync(currency).thenApply(rate -> remember(currency, rate));
    }

    private BigDecimal remember(String currency, BigDecimal rate) {
      known.put(currency, rate);
      return rate;
    }
  }

  /** Where finished reports are kept. */
  interface ReportStore {
    String load(String id);
  }

  /** Reports whose async form hands the same call to a pool. */
  static final class Reports {
    private final ReportStore store;
    private final Executor pool;

    Reports(ReportStore store, Executor pool) {
      this.store = store;
      this.pool = pool;
    }

    String render(String id) {
      return store.load(id).strip();
    }

    CompletableFuture<String> renderAsync(String id) {
      return CompletableFuture.supplyAsync(() -> render(id), pool);
    }
  }

  /** Sums of what is in memory. */
  static final class Checksums {
    private final Executor pool;

    Checksums(Executor pool) {
      this.pool = pool;
    }

    int sum(List<String> lines) {
      int sum = 0;
      for (String line : lines) {
        sum = 31 * sum + line.hashCode();
      }
      return sum;
    }

    CompletableFuture<Integer> sumAsync(List<String> lines) {
      return CompletableFuture.supplyAsync(
          () -> lines.parallelStream().mapToInt(String::hashCode).sum(), pool);
    }
  }

  CompletableFuture<BigDecimal> heldValue(String currency, PriceClient prices) {
    BigDecimal rate = rates.lookup(currency);
    return prices.fetchAsync(currency).thenApply(rate::multiply);
  }

  CompletableFuture<String> twinOnlyWraps(String id) {
    return CompletableFuture.completedFuture(reports.render(id));
  }

  CompletableFuture<Integer> computation(List<String> lines) {
    return CompletableFuture.completedFuture(checksums.sum(lines));
  }

  CompletableFuture<String> otherObservers(String order, Event<String> placed) {
    placed.fire(order);
    return CompletableFuture.completedFuture(order);
  }

  /** A known wait is the business of the rules about blocking. */
  CompletableFuture<String> knownToBlock(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    String body = http.send(request, BodyHandlers.ofString()).body(); // expect: FakeAsync
    return CompletableFuture.completedFuture(body);
  }

  /** Who has which telephone number. */
  interface Directory {
    String find(String name);

    CompletableFuture<String> findAsync(String name);
  }

  /** A directory in front of another: who implements a pair chooses between the two. */
  static final class LocalDirectory implements Directory {
    private final Directory head;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    LocalDirectory(Directory head) {
      this.head = head;
    }

    @Override
    public String find(String name) {
      return known.getOrDefault(name, head.find(name));
    }

    @Override
    public CompletableFuture<String> findAsync(String name) {
      return CompletableFuture.completedFuture(known.getOrDefault(name, head.find(name)));
    }
  }
}
