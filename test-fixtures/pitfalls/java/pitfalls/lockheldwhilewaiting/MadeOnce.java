package pitfalls.lockheldwhilewaiting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does a lock around the making of what is kept, or around keeping a callback, hold others up? */
final class MadeOnce {
  private final JdbcTemplate database;
  private final Listeners listeners = new Listeners();
  private volatile Integer capacity;

  MadeOnce(JdbcTemplate database) {
    this.database = database;
  }

  int countedOnce() {
    if (capacity == null) {
      synchronized (this) {
        if (capacity == null) {
          capacity =
              database.queryForObject( // expect: LockHeldWhileWaiting likely
                  "select count(*) from slots", Integer.class);
        }
      }
    }
    return capacity;
  }

  void keptUnderLockAndRunLater(CountDownLatch loaded) {
    listeners.add(() -> waitFor(loaded));
  }

  private static void waitFor(CountDownLatch loaded) {
    try {
      loaded.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps what is to be told. */
  static final class Listeners {
    private final Registry registry = new Registry();

    synchronized void add(Runnable listener) {
      Registry all = registry;
      all.add(listener);
    }
  }

  /** A list that others cannot look into. */
  static final class Registry {
    private final List<Runnable> all = new ArrayList<>();

    void add(Runnable listener) {
      all.add(listener);
    }
  }
}
