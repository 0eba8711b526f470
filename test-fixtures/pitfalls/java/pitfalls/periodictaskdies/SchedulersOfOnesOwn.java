package pitfalls.periodictaskdies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the scheduler catch for its tasks what they let out? One of the program's own may. */
final class SchedulersOfOnesOwn {
  private static final Logger log = LoggerFactory.getLogger(SchedulersOfOnesOwn.class);

  private final Jobs jobs;
  private final Careful careful = new Careful();
  private final RateSource source;

  SchedulersOfOnesOwn(Jobs jobs, RateSource source) {
    this.jobs = jobs;
    this.source = source;
  }

  void byInterface() {
    jobs.scheduleAtFixedRate(() -> source.refresh(), 0, 5, TimeUnit.MINUTES);
  }

  void byClass() {
    careful.repeat(() -> source.refresh());
    careful.scheduleAtFixedRate(() -> source.refresh(), 0, 5, TimeUnit.MINUTES);
  }

  void byTheClassOfThePlatform(Timer timer) {
    timer.scheduleAtFixedRate( // expect: PeriodicTaskDies likely
        new TimerTask() {
          @Override
          public void run() {
            if (source == null) {
              throw new UncheckedIOException(new IOException("no source"));
            }
            source.refresh();
          }
        },
        0,
        60_000);
  }

  /** A timer whose tasks go on. */
  static final class CarefulTimer extends Timer {
    @Override
    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
      super.scheduleAtFixedRate(
          new TimerTask() {
            @Override
            public void run() {
              Careful.runCarefully(task);
            }
          },
          delay,
          period);
    }
  }

  /** What the program's tasks are given to. */
  interface Jobs extends ScheduledExecutorService {}

  /** Catches what tasks let out. */
  static final class Careful extends ScheduledThreadPoolExecutor {
    Careful() {
      super(1);
    }

    void repeat(Runnable task) {
      scheduleAtFixedRate(() -> runCarefully(task), 0, 5, TimeUnit.MINUTES);
    }

    private static void runCarefully(Runnable task) {
      try {
        task.run();
      } catch (RuntimeException e) {
        log.error("the task goes on", e);
      }
    }
  }
}
