package pitfalls.sequentialawait;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Where do products, prices and stock levels come from? Remote services with async APIs. */
public interface Catalog {
  CompletableFuture<String> loadName(String id);

  CompletableFuture<Long> loadPrice(String id);

  CompletableFuture<Integer> loadStock(String warehouse);

  CompletableFuture<List<String>> loadNames(List<String> ids);

  CompletableFuture<Void> index(String id);

  CompletableFuture<String> save(String product);

  CompletableFuture<Page> nextPage(String token);

  Mono<String> findName(String id);

  Mono<Long> findPrice(String id);

  Uni<String> uniName(String id);

  Uni<Long> uniPrice(String id);

  Future<String> vertxName(String id);

  Future<Long> vertxPrice(String id);

  /** What does one page of the catalogue hold? */
  record Page(List<String> ids, String next) {}
}
