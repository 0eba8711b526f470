package pitfalls.unawaitedtestassertion;

import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the tests of this package test. */
interface PriceService {
  CompletableFuture<Integer> price(String article);

  Future<Integer> quote(String article);

  Mono<Integer> discount(String customer);

  Flux<Integer> history(String article);
}
