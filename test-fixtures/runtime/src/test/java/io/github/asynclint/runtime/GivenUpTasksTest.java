package io.github.asynclint.runtime;

import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import io.github.asynclint.runtime.WatchedExecutors.Task;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Does work go on that nobody waits for any more, where the fixtures say so? Runs the situations with tasks
 * that take longer than anybody waits: in a marked one a task must still run when it is over, in a silent
 * one none may.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GivenUpTasksTest {
  private static final String PACKAGE = "pitfalls.timeoutwithoutcancel.";
  private static final String CLIENT = "the client's own future is not watched";

  private static final Map<String, String> NOT_RUN =
      Map.of(
          "GivenUp.asyncMethod", CLIENT,
          "GivenUp.httpRequest", CLIENT,
          "GivenUp.awsRequest", CLIENT,
          "SeenTo.resultIsLoggedLater", CLIENT,
          "SeenTo.callersFuture", "the caller decides when it ends");

  // Silent situations in which a task goes on, and why that is right.
  private static final Map<String, String> RUNNING_FOR_A_REASON =
      Map.of(
          "SeenTo.keptForTheNextOne", "another method has use for it",
          "SeenTo.timeoutIsForOthers", "the caller is told");

  private static final Situations SITUATIONS =
      new Situations("TimeoutWithoutCancel", NOT_RUN, RUNNING_FOR_A_REASON);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RemoteService remote = RemoteService.start();
  private final WatchedExecutors executors = new WatchedExecutors();

  @AfterAll
  void stop() {
    threads.shutdownNow();
    remote.close();
  }

  @ParameterizedTest
  @CsvSource({"GivenUp, 7, 0", "SeenTo, 0, 6"})
  void whatIsMarkedGoesOn(String name, int marks, int silent) throws Exception {
    Class<?> type = Class.forName(PACKAGE + name);
    Driver driver = new Driver(Watch.blind(), remote, this::furnish);
    SITUATIONS.check(
        type,
        marks,
        silent,
        method -> {
          executors.clear();
          driver.run(method, Variant.FULL, Driver.Caller.ORDINARY, false);
          return executors.tasks().stream().anyMatch(Task::isRunning);
        });
  }

  private void furnish(World world) {
    world.give(ExecutorService.class, executors.watched(ExecutorService.class, threads));
    world.give(
        ListeningExecutorService.class,
        executors.watched(
            ListeningExecutorService.class, MoreExecutors.listeningDecorator(threads)));
    world.give(Iterable.class, List.of("1"));
    Class<?> renderer = World.load(PACKAGE + "GivenUp$Renderer");
    world.give(
        renderer,
        Proxy.newProxyInstance(
            renderer.getClassLoader(),
            new Class<?>[] {renderer},
            (proxy, method, arguments) -> {
              TimeUnit.MILLISECONDS.sleep(1_000);
              return "page";
            }));
  }
}
