package pitfalls.catchmissesasyncfailure;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import pitfalls.catchmissesasyncfailure.Forecasts.Forecast;
import pitfalls.catchmissesasyncfailure.Forecasts.ForecastException;
import reactor.core.publisher.Mono;

/** Fallbacks in catch clauses that are over and done with when the failure arrives. */
final class CatchesAroundCalls {
  private static final Logger log = LoggerFactory.getLogger(CatchesAroundCalls.class);

  private final Forecasts forecasts;
  private final HttpClient http;
  private final WebClient web;

  CatchesAroundCalls(Forecasts forecasts, HttpClient http, WebClient web) {
    this.forecasts = forecasts;
    this.http = http;
    this.web = web;
  }

  CompletableFuture<Forecast> fallbackInTheCatch(String city) {
    try {
      return forecasts.loadAsync(city); // expect: CatchMissesAsyncFailure likely
    } catch (Exception e) {
      log.warn("no forecast for {}", city, e);
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> itsOwnException(String city) {
    try {
      return forecasts.loadAsync(city); // expect: CatchMissesAsyncFailure
    } catch (ForecastException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<String> withMoreStages(String city) {
    try {
      return forecasts
          .loadAsync(city) // expect: CatchMissesAsyncFailure
          .thenApply(Forecast::degrees)
          .thenApply(degrees -> degrees + " degrees");
    } catch (CompletionException e) {
      return CompletableFuture.completedFuture("unknown");
    }
  }

  CompletableFuture<HttpResponse<String>> httpClient(HttpRequest request, HttpResponse<String> last) {
    try {
      return http.sendAsync( // expect: CatchMissesAsyncFailure definite
          request, HttpResponse.BodyHandlers.ofString());
    } catch (RuntimeException e) {
      log.error("no answer", e);
      return CompletableFuture.completedFuture(last);
    }
  }

  Mono<Forecast> publisher(String city) {
    try {
      return forecasts.load(city); // expect: CatchMissesAsyncFailure
    } catch (ForecastException e) {
      return Mono.empty();
    }
  }

  Mono<Forecast> webClient(String city) {
    try {
      return web.get()
          .uri("/forecasts/{city}", city)
          .retrieve()
          .bodyToMono(Forecast.class); // expect: CatchMissesAsyncFailure
    } catch (WebClientResponseException e) {
      log.warn("status {}", e.getStatusCode(), e);
      return Mono.just(Forecast.unknown(city));
    }
  }

  Uni<Forecast> uni(String city) {
    try {
      return forecasts.fetch(city); // expect: CatchMissesAsyncFailure
    } catch (RuntimeException e) {
      return Uni.createFrom().nullItem();
    }
  }

  Future<Buffer> vertxFile(FileSystem files, String city) {
    try {
      return files.readFile(city + ".json"); // expect: CatchMissesAsyncFailure definite
    } catch (RuntimeException e) {
      log.warn("no file for {}", city, e);
      return Future.succeededFuture(Buffer.buffer());
    }
  }

  ListenableFuture<Forecast> guava(ListeningExecutorService pool, String city) {
    try {
      return Futures.submit( // expect: CatchMissesAsyncFailure definite
          () -> forecasts.loadNow(city), pool);
    } catch (ForecastException e) {
      return Futures.immediateFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> keptInALocal(String city) {
    CompletableFuture<Forecast> forecast;
    try {
      forecast = CompletableFuture.supplyAsync(() -> forecasts.loadNow(city)); // expect: CatchMissesAsyncFailure definite
    } catch (ForecastException e) {
      log.warn("no forecast for {}", city, e);
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
    return forecast;
  }
}
