package pitfalls.asyncwithoutbenefit;

import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Where do quotes come from? A remote service with an async API. */
public interface QuoteService {
  CompletableFuture<Quote> find(String product);

  Mono<Quote> findReactive(String product);
}
