package pitfalls.futureusedasvalue;

import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** The remote service that the code of this package asks. */
interface WeatherClient {
  CompletableFuture<Integer> temperature(String city);

  CompletableFuture<String> condition(String city);

  Future<String> warning(String city);

  Mono<String> forecast(String city);
}
