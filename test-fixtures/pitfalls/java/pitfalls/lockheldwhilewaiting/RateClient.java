package pitfalls.lockheldwhilewaiting;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Where do rates come from? A remote service, in the forms in which clients offer it. */
interface RateClient {
  CompletableFuture<Rate> fetch(String currency);

  Mono<Rate> fetchReactive(String currency);

  Uni<Rate> fetchWithMutiny(String currency);

  Future<Rate> fetchWithVertx(String currency);
}
