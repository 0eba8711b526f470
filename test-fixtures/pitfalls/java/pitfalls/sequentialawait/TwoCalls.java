package pitfalls.sequentialawait;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Is the second of two independent calls started only after the first has ended? */
final class TwoCalls {
  private static final Logger LOG = LoggerFactory.getLogger(TwoCalls.class);

  private final Catalog catalog;
  private final Catalog archive;

  TwoCalls(Catalog catalog, Catalog archive) {
    this.catalog = catalog;
    this.archive = archive;
  }

  String joinedOneAfterAnother(String id) {
    String name = catalog.loadName(id).join();
    long price = catalog.loadPrice(id).join(); // expect: SequentialAwait
    return name + ": " + price;
  }

  String gotOneAfterAnother(String id, String warehouse)
      throws ExecutionException, InterruptedException {
    String name = catalog.loadName(id).get();
    LOG.debug("found {}", name);
    int stock = catalog.loadStock(warehouse).get(); // expect: SequentialAwait
    return name + " x " + stock;
  }

  String gotWithTimeLimits(String id)
      throws ExecutionException, InterruptedException, TimeoutException {
    String name = catalog.loadName(id).get(2, TimeUnit.SECONDS);
    Long price = catalog.loadPrice(id).get(2, TimeUnit.SECONDS); // expect: SequentialAwait
    return name + ": " + price;
  }

  String blockedOneAfterAnother(String id) {
    String name = catalog.findName(id).block();
    Long price = catalog.findPrice(id).block(); // expect: SequentialAwait
    return name + ": " + price;
  }

  String unisAwaited(String id) {
    String name = catalog.uniName(id).await().indefinitely();
    Long price = catalog.uniPrice(id).await().indefinitely(); // expect: SequentialAwait
    return name + ": " + price;
  }

  String inOneExpression(String id) {
    return catalog.loadName(id).join()
        + ": "
        + catalog.loadPrice(id).join(); // expect: SequentialAwait
  }

  String fromTwoServices(String id) {
    String now = catalog.loadName(id).thenApply(String::strip).join();
    String before = archive.loadName(id).thenApply(String::strip).join(); // expect: SequentialAwait
    return before + " -> " + now;
  }

  void indexedInTwoPlaces(String id) {
    catalog.index(id).join();
    archive.index(id).join(); // expect: SequentialAwait likely
  }

  String bothStartedFirst(String id) {
    CompletableFuture<String> name = catalog.loadName(id);
    CompletableFuture<Long> price = catalog.loadPrice(id);
    return name.join() + ": " + price.join();
  }

  String combined(String id) {
    return catalog
        .loadName(id)
        .thenCombine(catalog.loadPrice(id), (name, price) -> name + ": " + price)
        .join();
  }

  String zipped(String id) {
    return Mono.zip(catalog.findName(id), catalog.findPrice(id))
        .map(both -> both.getT1() + ": " + both.getT2())
        .block();
  }

  long secondNeedsFirst(String alias) {
    String id = catalog.loadName(alias).join();
    return catalog.loadPrice(id.strip()).join();
  }

  long secondNeedsFirstInLambda(String alias) {
    String id = catalog.loadName(alias).join();
    return catalog.findName(alias).flatMap(name -> catalog.findPrice(id + name)).block();
  }

  long secondOnlyIfFirst(String id) {
    String name = catalog.loadName(id).join();
    if (name.isEmpty()) {
      return 0;
    }
    return catalog.loadPrice(id).join();
  }

  long secondOnlyAsFallback(String id) {
    Long price = catalog.loadPrice(id).join();
    return price != null ? price : archive.loadPrice(id).join();
  }

  int readAfterWrite(String product, String warehouse) {
    String id = catalog.save(product).join();
    int stock = catalog.loadStock(warehouse).join();
    return id.length() + stock;
  }

  void indexedInOrder(String parent, String child) {
    catalog.index(parent).join();
    catalog.index(child).join();
  }

  int stepBetween(String id, Runnable rebuild) {
    String name = catalog.loadName(id).join();
    rebuild.run();
    return name.length() + catalog.loadStock(id).join();
  }

  boolean askedAgainLater(String id) {
    String before = catalog.loadName(id).join();
    String after = catalog.loadName(id).join();
    return before.equals(after);
  }

  String throughSharedState(String id, StringBuilder key) {
    key.append(catalog.loadName(id).join());
    return key + ": " + catalog.loadPrice(key.toString()).join();
  }
}
