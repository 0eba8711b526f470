package pitfalls.timeoutwithoutcancel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timeouts after which the work is cancelled, or still wanted. */
final class SeenTo {
  private static final Logger log = LoggerFactory.getLogger(SeenTo.class);

  private final GivenUp.Renderer renderer;
  private final ExecutorService pool;
  private final Map<String, Future<String>> running = new ConcurrentHashMap<>();

  SeenTo(GivenUp.Renderer renderer, ExecutorService pool) {
    this.renderer = renderer;
    this.pool = pool;
  }

  String cancelled(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      page.cancel(true);
      return "later";
    }
  }

  String cancelledInTheEnd(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return "later";
    } finally {
      page.cancel(true);
    }
  }

  String helperCancels(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      abandon(page, report);
      return "later";
    }
  }

  private static void abandon(Future<String> page, String report) {
    log.warn("report {} takes too long", report);
    page.cancel(true);
  }

  String waitedForLonger(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    while (true) {
      try {
        return page.get(2, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        log.info("still rendering {}", report);
      }
    }
  }

  String keptForTheNextOne(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    running.put(report, page);
    try {
      return page.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return "later";
    }
  }

  String callersFuture(Future<String> page) throws InterruptedException, ExecutionException {
    try {
      return page.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return "later";
    }
  }

  String resultIsLoggedLater(String report) throws InterruptedException, ExecutionException {
    CompletableFuture<String> page = renderer.renderAsync(report);
    try {
      return page.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      page.whenComplete((late, failure) -> log.info("late: {}", late, failure));
      return "later";
    }
  }

  String poolOfItsOwn(String report) throws InterruptedException, ExecutionException {
    ExecutorService single = Executors.newSingleThreadExecutor();
    try {
      return single.submit(() -> renderer.render(report)).get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return "later";
    } finally {
      single.shutdownNow();
    }
  }

  String timeoutIsForOthers(String report) throws Exception {
    Future<String> page = pool.submit(() -> renderer.render(report));
    return page.get(2, TimeUnit.SECONDS);
  }

  List<Future<String>> allAtOnce(List<String> reports) throws InterruptedException {
    return pool.invokeAll(
        reports.stream()
            .map(report -> (java.util.concurrent.Callable<String>) () -> renderer.render(report))
            .toList(),
        2,
        TimeUnit.SECONDS);
  }
}
