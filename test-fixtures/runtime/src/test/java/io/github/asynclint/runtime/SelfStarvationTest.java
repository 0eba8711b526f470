package io.github.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.runtime.FixtureSource.Claim;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/**
 * Do pools starve where the fixtures say so? Each situation is called many times at once while its pools
 * are kept busy; when they are let go, threads must hang on the marked line, and nowhere else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SelfStarvationTest {
  private static final Path SOURCES = Path.of("../pitfalls/java");
  private static final Set<String> RULES = Set.of("ExecutorSelfStarvation");
  private static final String RULE = "executorselfstarvation.";
  private static final int CALLS = 24;
  private static final long STUCK_MILLIS = 500;

  private static final Map<String, String> NOT_RUN =
      Map.of(
          RULE + "SingleThreads.onSchedule", "the first run comes after a minute",
          RULE + "FixedPools.allInvoked", "needs tasks of the caller's");

  private final RemoteService remote = RemoteService.start();

  @AfterAll
  void stop() {
    remote.close();
  }

  @ParameterizedTest
  @CsvSource({
    "FixedPools, 7, 8",
    "SingleThreads, 6, 6",
    "Wrapped, 3, 3",
  })
  void poolsStarveWhereMarked(String name, int marks, int silent) throws Exception {
    Class<?> type = Class.forName("pitfalls." + RULE + name);
    FixtureSource source = FixtureSource.of(SOURCES, type, RULES);
    List<String> contradictions = new ArrayList<>();
    int confirmed = 0;
    int running = 0;
    for (Method method : MarksAtRuntimeTest.situations(type)) {
      if (NOT_RUN.containsKey(RULE + name + "." + method.getName())) {
        continue;
      }
      List<Claim> claims = source.marksIn(method.getName());
      List<StackTraceElement> stuck = stuckAfterCalls(type, method, source, claims.isEmpty());
      for (Claim claim : claims) {
        // A reference to a method leaves no frame of the place where it was written.
        boolean isSeen =
            stuck.stream().anyMatch(frame -> claim.isAt(frame.getLineNumber()))
                || claim.isOnReference() && !stuck.isEmpty();
        if (isSeen) {
          confirmed++;
        } else {
          contradictions.add(method.getName() + ": nothing hangs on line " + claim.line());
        }
      }
      if (claims.isEmpty()) {
        running++;
        stuck.forEach(frame -> contradictions.add(method.getName() + " hangs at " + frame));
      }
    }
    System.out.println(name + ": " + confirmed + " marks hang, " + running + " silent ones do not");
    assertThat(contradictions).isEmpty();
    assertThat(confirmed).isGreaterThanOrEqualTo(marks);
    assertThat(running).isGreaterThanOrEqualTo(silent);
  }

  /** The frames of the fixture's file in which threads hang after all was let go. */
  private List<StackTraceElement> stuckAfterCalls(
      Class<?> type, Method method, FixtureSource source, boolean isSilent) throws Exception {
    ExecutorService callers = Executors.newCachedThreadPool();
    ExecutorService given = Executors.newCachedThreadPool();
    List<ExecutorService> pools = new ArrayList<>();
    Set<Thread> earlier = Thread.getAllStackTraces().keySet();
    try (World world = new World(Watch.blind(), remote, Variant.FULL)) {
      world.give(ExecutorService.class, given);
      Object owner = world.make(type);
      CountDownLatch gate = new CountDownLatch(1);
      for (Field field : type.getDeclaredFields()) {
        field.setAccessible(true);
        if (field.get(owner) instanceof ExecutorService pool) {
          pools.add(pool);
          keepBusy(pool, gate);
        }
      }
      method.setAccessible(true);
      Callable<Object> call =
          () -> {
            Object result = method.invoke(owner, world.arguments(method));
            return result instanceof Mono<?> mono ? mono.subscribe() : result;
          };
      for (int i = 0; i < CALLS; i++) {
        callers.submit(call);
      }
      TimeUnit.MILLISECONDS.sleep(100);
      gate.countDown();
      return isSilent ? waitForEnd(source, earlier) : look(source, earlier, STUCK_MILLIS);
    } finally {
      pools.forEach(ExecutorService::shutdownNow);
      callers.shutdownNow();
      given.shutdownNow();
    }
  }

  /** As many tasks as the pool has threads wait for the gate, so that calls queue up behind them. */
  private static void keepBusy(ExecutorService pool, CountDownLatch gate) {
    int threads = pool instanceof ThreadPoolExecutor sized ? sized.getCorePoolSize() : 1;
    if (pool instanceof ForkJoinPool) {
      return;
    }
    for (int i = 0; i < threads; i++) {
      pool.execute(
          () -> {
            try {
              gate.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  private static List<StackTraceElement> waitForEnd(FixtureSource source, Set<Thread> earlier)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
    List<StackTraceElement> frames = look(source, earlier, 50);
    while (!frames.isEmpty() && System.nanoTime() < end) {
      frames = look(source, earlier, 50);
    }
    return frames;
  }

  /** Threads of an earlier situation may hang for good: they do not count. */
  private static List<StackTraceElement> look(
      FixtureSource source, Set<Thread> earlier, long afterMillis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(afterMillis);
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> !earlier.contains(each.getKey()))
        .flatMap(each -> Arrays.stream(each.getValue()))
        .filter(frame -> frame.getClassName().startsWith(source.packageName() + "."))
        .filter(frame -> source.fileName().equals(frame.getFileName()))
        .toList();
  }
}
