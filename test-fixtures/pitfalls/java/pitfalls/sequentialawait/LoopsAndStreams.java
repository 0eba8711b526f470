package pitfalls.sequentialawait;

import com.google.common.util.concurrent.RateLimiter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Does each turn wait for its own work before the next turn may start? */
final class LoopsAndStreams {
  private final Catalog catalog;
  private final RateLimiter pace = RateLimiter.create(10);
  private final Semaphore slots = new Semaphore(4);
  private final Map<String, CompletableFuture<String>> running = new HashMap<>();

  LoopsAndStreams(Catalog catalog) {
    this.catalog = catalog;
  }

  List<String> joinedInLoop(List<String> ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      names.add(catalog.loadName(id).join()); // expect: SequentialAwait
    }
    return names;
  }

  Map<String, Long> blockedInLoop(String[] ids) {
    Map<String, Long> prices = new HashMap<>();
    for (String id : ids) {
      Long price = catalog.findPrice(id).block(); // expect: SequentialAwait
      prices.put(id, price);
    }
    return prices;
  }

  List<String> strippedInLoop(Iterable<String> ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      String name = catalog.loadName(id).thenApply(String::strip).join(); // expect: SequentialAwait
      names.add(name);
    }
    return names;
  }

  void everyCatalogAsked(List<Catalog> catalogs, String id) {
    for (Catalog each : catalogs) {
      each.index(id).join(); // expect: SequentialAwait likely
    }
  }

  List<String> lazyStreamOfReferences(List<String> ids) {
    return ids.stream()
        .map(catalog::loadName)
        .map(CompletableFuture::join) // expect: SequentialAwait
        .toList();
  }

  List<String> lazyStreamOfLambdas(List<String> ids) {
    return ids.stream()
        .map(id -> catalog.loadName(id))
        .filter(future -> !future.isCancelled())
        .map(future -> future.join()) // expect: SequentialAwait
        .toList();
  }

  long joinedInsideTheStream(List<String> ids) {
    return ids.stream()
        .mapToLong(id -> catalog.loadPrice(id).join()) // expect: SequentialAwait
        .sum();
  }

  void awaitedInForEach(List<String> ids, Map<String, String> names) {
    ids.forEach(
        id -> names.put(id, catalog.uniName(id).await().indefinitely())); // expect: SequentialAwait
  }

  List<String> startedFirstJoinedThen(List<String> ids) {
    List<CompletableFuture<String>> started = ids.stream().map(catalog::loadName).toList();
    return started.stream().map(CompletableFuture::join).toList();
  }

  List<String> joinedAfterAllWereStarted(List<String> ids) {
    List<CompletableFuture<String>> started = new ArrayList<>();
    for (String id : ids) {
      started.add(catalog.loadName(id));
    }
    List<String> names = new ArrayList<>();
    for (CompletableFuture<String> each : started) {
      names.add(each.join());
    }
    return names;
  }

  Optional<String> firstThatIsThere(List<String> ids) {
    for (String id : ids) {
      String name = catalog.loadName(id).join();
      if (name != null) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  Optional<String> firstOfLazyStream(List<String> ids) {
    return ids.stream()
        .map(catalog::loadName)
        .map(CompletableFuture::join)
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  boolean anyExpensive(List<String> ids) {
    return ids.stream().anyMatch(id -> catalog.loadPrice(id).join() > 100);
  }

  List<String> pageByPage() {
    List<String> ids = new ArrayList<>();
    String token = "";
    while (token != null) {
      Catalog.Page page = catalog.nextPage(token).join();
      ids.addAll(page.ids());
      token = page.next();
    }
    return ids;
  }

  List<String> atALimitedPace(List<String> ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      pace.acquire();
      names.add(catalog.loadName(id).join());
    }
    return names;
  }

  List<String> withPermits(List<String> ids) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      slots.acquire();
      names.add(catalog.loadName(id).join());
      slots.release();
    }
    return names;
  }

  void indexedInOrder(List<String> ids) {
    for (String id : ids) {
      catalog.index(id).join();
    }
  }

  String eachNeedsTheOneBefore(List<String> steps) {
    String at = "";
    for (String step : steps) {
      at = catalog.loadName(at + step).join();
    }
    return at;
  }

  List<String> batchAfterBatch(List<List<String>> batches) {
    List<String> names = new ArrayList<>();
    for (List<String> batch : batches) {
      names.addAll(catalog.loadNames(batch).join());
    }
    return names;
  }

  List<String> retriedUntilItWorks(String id, int attempts) {
    for (int i = 0; i < attempts; i++) {
      try {
        return List.of(catalog.loadName(id).join());
      } catch (IllegalStateException e) {
        pace.setRate(1);
      }
    }
    return List.of();
  }

  List<String> alreadyRunning(List<String> ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      names.add(running.get(id).join());
    }
    return names;
  }

  List<String> gatheredInBetween(List<String> ids) {
    return ids.stream()
        .map(catalog::loadName)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
