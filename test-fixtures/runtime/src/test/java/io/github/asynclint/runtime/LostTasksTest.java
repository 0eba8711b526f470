package io.github.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import io.github.asynclint.runtime.FixtureSource.Claim;
import io.github.asynclint.runtime.WatchedExecutors.Task;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/**
 * Is a failure lost where the fixtures say so? Runs the situations while everything that their tasks use
 * fails: a marked line must have handed over a task that ended with a failure at which nobody looked, and
 * no other line may.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LostTasksTest {
  private static final Path SOURCES = Path.of("../pitfalls/java");
  private static final Set<String> RULES = Set.of("DroppedTaskFailure", "PeriodicTaskDies");
  private static final String TASKS = "droppedtaskfailure.";
  private static final String JOBS = "periodictaskdies.";
  private static final String TIMER = "a Timer tells nobody how its tasks end";

  private static final Map<String, String> NOT_RUN =
      Map.of(
          TASKS + "SubmittedTasks.forkJoinPool", "the JDK's own pool is not watched",
          TASKS + "TasksThatAreSeenTo.futureGivenAway", "needs a list of futures",
          JOBS + "JobsThatGoOn.timerTaskThatCatches", TIMER,
          JOBS + "ScheduledJobs.timerTask", TIMER);

  // Silent situations that lose a failure in these runs, and why that is right.
  private static final Map<String, String> LOST_FOR_A_REASON =
      Map.of(
          TASKS + "TasksThatAreSeenTo.futureKept", "another method may look at the field",
          TASKS + "TasksThatAreSeenTo.discardedOnPurpose", "its name says so",
          JOBS + "JobsThatGoOn.onlyOnce", "it is not periodic");

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final RemoteService remote = RemoteService.start();
  private final WatchedExecutors executors = new WatchedExecutors();

  @AfterAll
  void stop() {
    threads.shutdownNow();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    remote.close();
  }

  @ParameterizedTest
  @CsvSource({
    "droppedtaskfailure.SubmittedTasks, 14, 0",
    "droppedtaskfailure.TasksThatAreSeenTo, 0, 12",
    "periodictaskdies.ScheduledJobs, 9, 1",
    "periodictaskdies.JobsThatGoOn, 0, 10",
  })
  void whatIsMarkedIsLost(String name, int marks, int silent) throws Exception {
    Class<?> type = Class.forName("pitfalls." + name);
    FixtureSource source = FixtureSource.of(SOURCES, type, RULES);
    Driver driver = new Driver(Watch.blind(), remote, world -> furnish(world, type));
    List<String> contradictions = new ArrayList<>();
    int confirmed = 0;
    int kept = 0;
    for (Method method : MarksAtRuntimeTest.situations(type)) {
      String situation = name + "." + method.getName();
      if (NOT_RUN.containsKey(situation)) {
        continue;
      }
      executors.clear();
      driver.run(method, Variant.FULL, Driver.Caller.ORDINARY, false);
      TimeUnit.MILLISECONDS.sleep(100);
      List<Integer> lost = linesOfLostTasks(source);
      List<Claim> claims = source.marksIn(method.getName());
      for (Claim claim : claims) {
        if (lost.stream().anyMatch(claim::isAt)) {
          confirmed++;
        } else {
          contradictions.add(situation + ":" + claim.line() + ": nothing was lost here");
        }
      }
      if (claims.isEmpty()) {
        kept += lost.isEmpty() ? 1 : 0;
        if (lost.isEmpty() == LOST_FOR_A_REASON.containsKey(situation)) {
          contradictions.add(situation + (lost.isEmpty() ? " loses nothing" : " loses a failure"));
        }
      }
    }
    System.out.println(name + ": " + confirmed + " marks lose a failure, " + kept + " do not");
    assertThat(contradictions).isEmpty();
    assertThat(confirmed).isGreaterThanOrEqualTo(marks);
    assertThat(kept).isGreaterThanOrEqualTo(silent);
  }

  private List<Integer> linesOfLostTasks(FixtureSource source) {
    return executors.tasks().stream()
        .filter(Task::isLost)
        .flatMap(
            task ->
                task.frames().stream()
                    .filter(frame -> source.fileName().equals(frame.getFileName()))
                    .limit(1))
        .map(StackTraceElement::getLineNumber)
        .toList();
  }

  private void furnish(World world, Class<?> type) {
    world.give(ExecutorService.class, executors.watched(ExecutorService.class, threads));
    world.give(
        ScheduledExecutorService.class,
        executors.watched(ScheduledExecutorService.class, threads));
    world.give(
        ListeningExecutorService.class,
        executors.watched(
            ListeningExecutorService.class, MoreExecutors.listeningDecorator(threads)));
    world.give(
        AsyncTaskExecutor.class,
        executors.watched(AsyncTaskExecutor.class, new ConcurrentTaskExecutor(threads)));
    world.give(
        TaskScheduler.class,
        executors.watched(TaskScheduler.class, new ConcurrentTaskScheduler(threads)));
    world.give(EventLoop.class, executors.watched(EventLoop.class, loop));
    BlockingQueue<String> updates = new LinkedBlockingQueue<>(List.of("XXX"));
    world.give(BlockingQueue.class, updates);
    world.give(Runnable.class, (Runnable) () -> {});
    CompletableFuture<Object> failed = CompletableFuture.failedFuture(broken());
    world.give(CompletableFuture.class, failed);
    world.give(JdbcTemplate.class, new JdbcTemplate(failing(DataSource.class, new SQLException())));
    for (String each : List.of(TASKS + "InvoiceStore", JOBS + "RateSource")) {
      Class<?> collaborator = World.load("pitfalls." + each);
      if (collaborator.getPackage().equals(type.getPackage())) {
        world.give(collaborator, failing(collaborator, broken()));
      }
    }
  }

  private static IllegalStateException broken() {
    return new IllegalStateException("broken");
  }

  private static <T> T failing(Class<T> type, Exception failure) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("toString") ? type.getSimpleName() : 0;
              }
              throw failure;
            }));
  }
}
