package io.github.asynclint.runtime;

import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/**
 * Does a failure get past the catch where the fixtures say so? Runs the situations over a client whose
 * answers all fail, later: in a marked one the caller must get the failure instead of what the catch
 * clause is there to give.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MissedFailuresTest {
  private static final String PACKAGE = "pitfalls.catchmissesasyncfailure.";

  private static final Map<String, String> NOT_RUN =
      Map.of(
          "CatchesAroundCalls.httpClient", "its server answers",
          "CatchesAroundCalls.webClient", "its server answers",
          "CatchesAroundCalls.vertxFile", "needs a file system of Vert.x");

  // Silent situations that hand the failure on, and why that is right.
  private static final Map<String, String> FAILS_FOR_A_REASON =
      Map.of(
          "CatchesThatServe.thrownAtOnce", "the catch is for what the call itself throws",
          "CatchesThatServe.becomesAFailedFuture", "the catch gives a failure as well",
          "CatchesThatServe.becomesAnError", "the catch gives a failure as well",
          "CatchesThatServe.thrownOn", "the catch only logs",
          "CatchesThatServe.argumentsMayBeWrong", "the catch is for the argument",
          "CatchesThatServe.poolMayBeFull", "the catch is for the pool",
          "CatchesThatServe.helperThrows", "the catch is for the helper's check",
          "CatchesThatServe.onlyCleansUp", "there is no catch");

  private static final Situations SITUATIONS =
      new Situations("CatchMissesAsyncFailure", NOT_RUN, FAILS_FOR_A_REASON);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RemoteService remote = RemoteService.start();

  @AfterAll
  void stop() {
    threads.shutdownNow();
    remote.close();
  }

  @ParameterizedTest
  @CsvSource({"CatchesAroundCalls, 7, 0", "CatchesThatServe, 0, 5"})
  void whatIsMarkedGetsPast(String name, int marks, int silent) throws Exception {
    Class<?> type = Class.forName(PACKAGE + name);
    Driver driver = new Driver(Watch.blind(), remote, this::furnish);
    SITUATIONS.check(
        type,
        marks,
        silent,
        method -> {
          Driver.Run run = driver.run(method, Variant.FULL, Driver.Caller.ORDINARY, false);
          return !run.failures().isEmpty();
        });
  }

  private void furnish(World world) {
    world.give(ExecutorService.class, threads);
    world.give(ListeningExecutorService.class, MoreExecutors.listeningDecorator(threads));
    world.give(Runnable.class, (Runnable) () -> {});
    Class<?> client = World.load(PACKAGE + "Forecasts");
    world.give(
        client,
        Proxy.newProxyInstance(
            client.getClassLoader(),
            new Class<?>[] {client},
            (proxy, method, arguments) -> failure(client, method)));
  }

  private Object failure(Class<?> client, Method method) throws Exception {
    RuntimeException failure = newException(client);
    CompletableFuture<Object> later =
        CompletableFuture.supplyAsync(
            () -> {
              throw failure;
            },
            threads);
    if (method.getReturnType() == CompletableFuture.class) {
      return later;
    }
    if (method.getReturnType() == Mono.class) {
      return Mono.fromFuture(later);
    }
    if (method.getReturnType() == Uni.class) {
      return Uni.createFrom().completionStage(later);
    }
    throw failure;
  }

  private static RuntimeException newException(Class<?> client) throws Exception {
    var constructor =
        World.load(client.getName() + "$ForecastException")
            .getDeclaredConstructor(String.class, Throwable.class);
    constructor.setAccessible(true);
    return (RuntimeException) constructor.newInstance("broken", null);
  }
}
