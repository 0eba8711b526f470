package pitfalls.catchmissesasyncfailure;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** A weather service's client, in the styles that such clients come in. */
interface Forecasts {
  /** What the weather will be like. */
  record Forecast(String city, int degrees) {
    static Forecast unknown(String city) {
      return new Forecast(city, 0);
    }
  }

  /** Thrown by the client for answers that it cannot use. */
  final class ForecastException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForecastException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  CompletableFuture<Forecast> loadAsync(String city);

  CompletableFuture<Forecast> connectAndLoad(String city) throws IOException;

  Mono<Forecast> load(String city);

  Uni<Forecast> fetch(String city);

  Forecast loadNow(String city);
}
