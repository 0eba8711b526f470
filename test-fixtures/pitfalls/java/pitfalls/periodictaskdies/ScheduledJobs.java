package pitfalls.periodictaskdies;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Periodic tasks whose first failure is their last run. */
final class ScheduledJobs {
  private static final Logger log = LoggerFactory.getLogger(ScheduledJobs.class);

  private final ScheduledExecutorService scheduler;
  private final RateSource source;
  private final JdbcTemplate jdbc;
  private final Map<String, Double> rates = new ConcurrentHashMap<>();
  private ScheduledFuture<?> refreshing;

  ScheduledJobs(ScheduledExecutorService scheduler, RateSource source, JdbcTemplate jdbc) {
    this.scheduler = scheduler;
    this.source = source;
    this.jdbc = jdbc;
  }

  void deletesOldRows() {
    scheduler.scheduleAtFixedRate( // expect: PeriodicTaskDies definite
        () -> jdbc.update("delete from rates where day < current_date - 30"),
        0,
        1,
        TimeUnit.HOURS);
  }

  void helperThatWrapsTheFailure() {
    scheduler.scheduleWithFixedDelay( // expect: PeriodicTaskDies definite
        this::load, 0, 5, TimeUnit.MINUTES);
  }

  private void load() {
    try {
      rates.putAll(source.latest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keptForCancelling() {
    refreshing =
        scheduler.scheduleAtFixedRate(this::load, 0, 5, TimeUnit.MINUTES); // expect: PeriodicTaskDies
  }

  void stop() {
    refreshing.cancel(false);
  }

  void catchesTooLittle(Path file) {
    scheduler.scheduleAtFixedRate( // expect: PeriodicTaskDies definite
        () -> {
          try {
            rates.put("EUR", Double.valueOf(Files.readString(file)));
            jdbc.update("update rates set stale = false");
          } catch (IOException e) {
            log.warn("no rates in {}", file, e);
          }
        },
        0,
        1,
        TimeUnit.MINUTES);
  }

  void failsBeforeTheTry() {
    scheduler.scheduleAtFixedRate( // expect: PeriodicTaskDies definite
        () -> {
          int count = jdbc.queryForObject("select count(*) from rates", Integer.class);
          try {
            log.info("{} of {} rates", rates.size(), count);
            source.refresh();
          } catch (Exception e) {
            log.warn("not refreshed", e);
          }
        },
        0,
        1,
        TimeUnit.MINUTES);
  }

  void waitsForAFuture(CompletableFuture<Map<String, Double>> first) {
    scheduler.scheduleWithFixedDelay( // expect: PeriodicTaskDies definite
        () -> rates.putAll(first.join()), 0, 5, TimeUnit.MINUTES);
  }

  void anonymousRunnable() {
    scheduler.scheduleAtFixedRate( // expect: PeriodicTaskDies definite
        new Runnable() {
          @Override
          public void run() {
            load();
          }
        },
        0,
        5,
        TimeUnit.MINUTES);
  }

  void timerTask(Timer timer) {
    timer.schedule( // expect: PeriodicTaskDies definite
        new TimerTask() {
          @Override
          public void run() {
            load();
          }
        },
        0,
        60_000);
  }

  void onAnEventLoop(EventLoop loop, BlockingQueue<String> updates) {
    loop.scheduleAtFixedRate( // expect: PeriodicTaskDies definite
        () -> {
          String update = updates.poll();
          if (update != null && !rates.containsKey(update)) {
            throw new UnknownCurrencyException(update);
          }
        },
        0,
        1,
        TimeUnit.SECONDS);
  }

  void nothingKnownOfTheSource() {
    scheduler.scheduleAtFixedRate( // expect: PeriodicTaskDies likely
        () -> source.refresh(), 0, 5, TimeUnit.MINUTES);
  }

  void endsOnceClosed() {
    scheduler.scheduleAtFixedRate( // expect: PeriodicTaskDies likely
        () -> {
          if (source == null) {
            throw new ClosedException();
          }
          source.refresh();
        },
        0,
        1,
        TimeUnit.SECONDS);
  }

  /** What is left of the source is no state to go on with. */
  static final class ClosedException extends IllegalStateException {
    ClosedException() {
      super("closed");
    }
  }

  /** A currency that nobody has heard of. */
  static final class UnknownCurrencyException extends RuntimeException {
    UnknownCurrencyException(String currency) {
      super("unknown currency " + currency);
    }
  }
}
