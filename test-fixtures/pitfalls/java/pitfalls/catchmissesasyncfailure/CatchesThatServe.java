package pitfalls.catchmissesasyncfailure;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.catchmissesasyncfailure.Forecasts.Forecast;
import pitfalls.catchmissesasyncfailure.Forecasts.ForecastException;
import reactor.core.publisher.Mono;

/** Catch clauses around async calls that see what they are there for. */
final class CatchesThatServe {
  private static final Logger log = LoggerFactory.getLogger(CatchesThatServe.class);

  private final Forecasts forecasts;
  private final ExecutorService workers;

  CatchesThatServe(Forecasts forecasts, ExecutorService workers) {
    this.forecasts = forecasts;
    this.workers = workers;
  }

  CompletableFuture<Forecast> handledOnTheFuture(String city) {
    return forecasts.loadAsync(city).exceptionally(failure -> Forecast.unknown(city));
  }

  CompletableFuture<Forecast> thrownAtOnce(String city) {
    try {
      return forecasts.connectAndLoad(city);
    } catch (IOException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> becomesAFailedFuture(String city) {
    try {
      return forecasts.loadAsync(city);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  Mono<Forecast> becomesAnError(String city) {
    try {
      return forecasts.load(city);
    } catch (RuntimeException e) {
      return Mono.error(new ForecastException("no forecast for " + city, e));
    }
  }

  CompletableFuture<Forecast> thrownOn(String city) {
    try {
      return forecasts.loadAsync(city);
    } catch (RuntimeException e) {
      log.warn("cannot ask for {}", city, e);
      throw e;
    }
  }

  CompletableFuture<Forecast> argumentsMayBeWrong(String city) {
    try {
      return forecasts.loadAsync(city.trim());
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> poolMayBeFull(String city) {
    try {
      return CompletableFuture.supplyAsync(() -> forecasts.loadNow(city), workers);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> workBeforeTheCall(String city) {
    try {
      Forecast neighbour = forecasts.loadNow(city + " north");
      return forecasts.loadAsync(neighbour.city());
    } catch (ForecastException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> helperThrows(String city) {
    try {
      return checkedLoad(city);
    } catch (ForecastException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  private CompletableFuture<Forecast> checkedLoad(String city) {
    if (city.isEmpty()) {
      throw new ForecastException("no city", null);
    }
    return forecasts.loadAsync(city);
  }

  Forecast awaitedInside(String city) {
    try {
      return forecasts.loadAsync(city).join();
    } catch (RuntimeException e) {
      return Forecast.unknown(city);
    }
  }

  CompletableFuture<Forecast> handledInTheChainToo(String city) {
    try {
      return forecasts.loadAsync(city).exceptionally(failure -> Forecast.unknown(city));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(Forecast.unknown(city));
    }
  }

  Uni<Forecast> recoveredInTheChain(String city) {
    try {
      return forecasts.fetch(city).onFailure().recoverWithItem(Forecast.unknown(city));
    } catch (RuntimeException e) {
      return Uni.createFrom().item(Forecast.unknown(city));
    }
  }

  CompletableFuture<Forecast> onlyCleansUp(String city, Runnable release) {
    try {
      return forecasts.loadAsync(city);
    } finally {
      release.run();
    }
  }
}
