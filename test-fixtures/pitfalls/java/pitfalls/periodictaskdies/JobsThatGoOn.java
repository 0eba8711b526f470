package pitfalls.periodictaskdies;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;

/** Periodic tasks that catch what goes wrong, cannot fail, are watched, or go on after a failure. */
final class JobsThatGoOn {
  private static final Logger log = LoggerFactory.getLogger(JobsThatGoOn.class);

  private final ScheduledExecutorService scheduler;
  private final RateSource source;
  private final Map<String, Double> rates = new ConcurrentHashMap<>();
  private final AtomicLong ticks = new AtomicLong();

  JobsThatGoOn(ScheduledExecutorService scheduler, RateSource source) {
    this.scheduler = scheduler;
    this.source = source;
  }

  void catchesThrowable() {
    scheduler.scheduleAtFixedRate(
        () -> {
          try {
            rates.putAll(source.latest());
          } catch (Throwable t) {
            log.error("no rates", t);
          }
        },
        0,
        5,
        TimeUnit.MINUTES);
  }

  void helperCatchesEverything() {
    scheduler.scheduleWithFixedDelay(this::loadOrLog, 0, 5, TimeUnit.MINUTES);
  }

  private void loadOrLog() {
    log.debug("loading");
    long start = System.nanoTime();
    try {
      rates.putAll(source.latest());
    } catch (Exception e) {
      log.error("no rates after {} ns", System.nanoTime() - start, e);
    } finally {
      ticks.incrementAndGet();
    }
  }

  void helperOfAHelper() {
    scheduler.scheduleAtFixedRate(() -> loadIfStale(60), 0, 1, TimeUnit.MINUTES);
  }

  private void loadIfStale(int age) {
    if (ticks.get() > age) {
      loadOrLog();
    }
  }

  void expectedAndUnexpectedAreCaught() {
    scheduler.scheduleAtFixedRate(
        () -> {
          try {
            rates.putAll(source.latest());
          } catch (IOException e) {
            log.warn("source is down", e);
          } catch (RuntimeException e) {
            log.error("no rates", e);
          }
        },
        0,
        5,
        TimeUnit.MINUTES);
  }

  void cannotFail() {
    scheduler.scheduleAtFixedRate(
        () -> log.info("{} rates, tick {}", rates.size(), ticks.incrementAndGet()),
        0,
        1,
        TimeUnit.SECONDS);
  }

  void clears() {
    scheduler.scheduleAtFixedRate(rates::clear, 1, 1, TimeUnit.DAYS);
  }

  void watched() throws InterruptedException, ExecutionException {
    ScheduledFuture<?> loading =
        scheduler.scheduleAtFixedRate(() -> source.refresh(), 0, 5, TimeUnit.MINUTES);
    loading.get();
  }

  void taskOfTheCaller(Runnable task) {
    scheduler.scheduleAtFixedRate(task, 0, 5, TimeUnit.MINUTES);
  }

  void onlyOnce() {
    scheduler.schedule(() -> source.refresh(), 5, TimeUnit.MINUTES);
  }

  void springGoesOn(TaskScheduler spring) {
    spring.scheduleAtFixedRate(() -> source.refresh(), Duration.ofMinutes(5));
  }

  void vertxGoesOn(Vertx vertx) {
    vertx.setPeriodic(300_000, timer -> ticks.incrementAndGet());
  }

  void timerTaskThatCatches(Timer timer) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            loadOrLog();
          }
        },
        0,
        60_000);
  }
}
