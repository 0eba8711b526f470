package pitfalls.droppedtaskfailure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks that see to their own failures, cannot fail, or whose future is looked at. */
final class TasksThatAreSeenTo {
  private static final Logger log = LoggerFactory.getLogger(TasksThatAreSeenTo.class);

  private final ExecutorService pool;
  private final InvoiceStore store;
  private final AtomicLong archived = new AtomicLong();
  private volatile Future<?> current;

  TasksThatAreSeenTo(ExecutorService pool, InvoiceStore store) {
    this.pool = pool;
    this.store = store;
  }

  void executed(Invoice invoice) {
    pool.execute(() -> store.archive(invoice));
  }

  void catchesEverything(Invoice invoice) {
    pool.submit(
        () -> {
          try {
            store.save(invoice);
          } catch (Exception e) {
            log.error("invoice {} not saved", invoice.id(), e);
          }
        });
  }

  void catchesThrowableAndCountsDown(Invoice invoice, CountDownLatch done) {
    pool.submit(
        () -> {
          log.debug("archiving {}", invoice.id());
          try {
            store.archive(invoice);
          } catch (Throwable t) {
            log.error("invoice {} not archived", invoice.id(), t);
          } finally {
            done.countDown();
          }
        });
  }

  void helperCatchesEverything(Invoice invoice) {
    pool.submit(() -> saveOrLog(invoice));
  }

  void referenceToAHelperThatCatches() {
    pool.submit(this::archiveOrLog);
  }

  private void archiveOrLog() {
    try {
      store.open("all").forEach(store::archive);
    } catch (RuntimeException e) {
      log.error("not archived", e);
    }
  }

  private void saveOrLog(Invoice invoice) {
    try {
      store.save(invoice);
    } catch (IOException | RuntimeException e) {
      log.error("invoice {} not saved", invoice.id(), e);
    }
  }

  void cannotFail(Invoice invoice) {
    pool.submit(() -> log.info("{} of {}", invoice.id(), archived.incrementAndGet()));
  }

  void futureWaitedFor(Invoice invoice) throws InterruptedException, ExecutionException {
    Future<?> saving = pool.submit(() -> store.archive(invoice));
    saving.get();
  }

  void futureKept(Invoice invoice) {
    current = pool.submit(() -> store.archive(invoice));
  }

  void futureGivenAway(Invoice invoice, List<Future<?>> running) {
    running.add(pool.submit(() -> store.archive(invoice)));
  }

  Future<?> futureReturned(Invoice invoice) {
    return pool.submit(() -> store.archive(invoice));
  }

  void discardedOnPurpose(Invoice invoice) {
    Future<?> unused = pool.submit(() -> store.archive(invoice));
  }

  void taskOfTheCaller(Runnable task) {
    pool.submit(task);
  }

  void tasksOfTheCaller(List<Runnable> tasks) {
    tasks.forEach(pool::submit);
  }

  List<Invoice> completionService(List<String> customers)
      throws InterruptedException, ExecutionException {
    ExecutorCompletionService<List<Invoice>> races = new ExecutorCompletionService<>(pool);
    for (String customer : customers) {
      races.submit(() -> store.open(customer));
    }
    List<Invoice> all = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      all.addAll(races.take().get());
    }
    return all;
  }

  void cancelled() {
    Future<?> running = current;
    if (running != null) {
      running.cancel(true);
    }
  }
}
