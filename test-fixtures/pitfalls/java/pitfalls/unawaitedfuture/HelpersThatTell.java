package pitfalls.unawaitedfuture;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a helper's future tell anything that the helper has not told somebody else already? */
final class HelpersThatTell {
  private static final Logger log = LoggerFactory.getLogger(HelpersThatTell.class);

  private final Vertx vertx;
  private final Runnable removal;
  private final Executor cleaner;
  private final Timers timers;
  private volatile String prices = "";

  HelpersThatTell(Vertx vertx, Runnable removal, Executor cleaner, Timers timers) {
    this.vertx = vertx;
    this.removal = removal;
    this.cleaner = cleaner;
    this.timers = timers;
  }

  /** The service's own timers, whose handles serve to cancel. */
  interface Timers {
    ScheduledFuture<?> after(long millis, Runnable task);
  }

  void reloadsAndLogs() {
    vertx.setPeriodic(60_000, id -> reload());
  }

  private Future<Void> reload() {
    return vertx
        .fileSystem()
        .readFile("prices.csv")
        .map(this::keep)
        .onFailure(failure -> log.warn("prices are old", failure))
        .mapEmpty();
  }

  void reloadsInSilence() {
    vertx.setPeriodic(60_000, id -> reloadUnseen()); // expect: UnawaitedFuture
  }

  private Future<Void> reloadUnseen() {
    return vertx.fileSystem().readFile("prices.csv").map(this::keep).mapEmpty();
  }

  private String keep(Buffer file) {
    prices = file.toString();
    return prices;
  }

  void cleansUpWithoutWaiting() {
    cleanUp();
  }

  private CompletableFuture<Boolean> cleanUp() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    cleaner.execute(
        () -> {
          try {
            removal.run();
          } finally {
            done.complete(true);
          }
        });
    return done;
  }

  void archivesWithoutLooking() {
    archive(); // expect: UnawaitedFuture likely
  }

  private CompletableFuture<Boolean> archive() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    cleaner.execute(
        () -> {
          try {
            removal.run();
            done.complete(true);
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  void remindsLater(Order order) {
    timers.after(5_000, () -> log.info("order {} is still open", order.id()));
  }

  CompletableFuture<Order> loadsInTime(OrderStore orders, String id) {
    CompletableFuture<Order> loaded = orders.loadAsync(id);
    inTime(loaded);
    return loaded;
  }

  private <T> CompletableFuture<T> inTime(CompletableFuture<T> future) {
    return inTime(future, "the store took too long");
  }

  private <T> CompletableFuture<T> inTime(CompletableFuture<T> future, String reason) {
    if (!future.isDone()) {
      timers.after(5_000, () -> future.completeExceptionally(new IllegalStateException(reason)));
    }
    return future;
  }

  void announcesAndLogs(Order order) {
    announce(order);
  }

  private CompletableFuture<Void> announce(Order order) {
    return CompletableFuture.runAsync(new Announcement(order, removal), cleaner);
  }

  void exportsInBackground(Background background, Order order) {
    background.run(() -> export(order));
  }

  private void export(Order order) {
    try {
      removal.run();
    } catch (Throwable e) {
      log.warn("order {} was not exported", order.id(), e);
    }
  }

  void removesInBackground(Background background, Order order) {
    background.run(() -> remove(order)); // expect: UnawaitedFuture likely
  }

  private void remove(Order order) {
    log.info("removing {}", order.id());
    removal.run();
  }

  /** The service's own threads. */
  interface Background {
    CompletableFuture<Void> run(Runnable task);
  }

  void cleansByNamedTask(Order order) {
    CompletableFuture.runAsync(new Removal(order, removal), cleaner); // expect: UnawaitedFuture likely
  }

  /** A task of its own class that tells of its failure itself. */
  private static final class Announcement implements Runnable {
    private final Order order;
    private final Runnable listener;

    Announcement(Order order, Runnable listener) {
      this.order = order;
      this.listener = listener;
    }

    @Override
    public void run() {
      try {
        listener.run();
      } catch (Exception e) {
        log.warn("order {} was not announced", order.id(), e);
      }
    }
  }

  /** A task of its own class that leaves its failure to whoever started it. */
  private static final class Removal implements Runnable {
    private final Order order;
    private final Runnable removal;

    Removal(Order order, Runnable removal) {
      this.order = order;
      this.removal = removal;
    }

    @Override
    public void run() {
      log.info("removing {}", order.id());
      removal.run();
    }
  }
}
