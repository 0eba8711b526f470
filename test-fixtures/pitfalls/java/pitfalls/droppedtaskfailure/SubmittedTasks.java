package pitfalls.droppedtaskfailure;

import com.google.common.util.concurrent.ListeningExecutorService;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tasks that are submitted, and whose failure goes into a future that is dropped. */
final class SubmittedTasks {
  private static final Logger log = LoggerFactory.getLogger(SubmittedTasks.class);

  private final ExecutorService pool;
  private final InvoiceStore store;
  private final JdbcTemplate jdbc;

  SubmittedTasks(ExecutorService pool, InvoiceStore store, JdbcTemplate jdbc) {
    this.pool = pool;
    this.store = store;
    this.jdbc = jdbc;
  }

  void updateInTheBackground(Invoice invoice) {
    pool.submit( // expect: DroppedTaskFailure definite
        () -> {
          jdbc.update("update invoices set sent = true where id = ?", invoice.id());
        });
  }

  void callableThatThrows(Invoice invoice, Path folder) {
    pool.submit( // expect: DroppedTaskFailure definite
        () -> Files.writeString(folder.resolve(invoice.id()), invoice.customer()));
  }

  void helperThatWrapsTheFailure(Invoice invoice) {
    pool.submit(() -> persist(invoice)); // expect: DroppedTaskFailure
  }

  private void persist(Invoice invoice) {
    try {
      store.save(invoice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void unknownStore(Invoice invoice) {
    pool.submit(() -> store.archive(invoice)); // expect: DroppedTaskFailure likely
  }

  void referenceToAHelper() {
    pool.submit(this::archiveAll); // expect: DroppedTaskFailure
  }

  private void archiveAll() {
    for (Invoice invoice : store.open("all")) {
      store.archive(invoice);
    }
  }

  void catchesTooLittle(Invoice invoice) {
    pool.submit( // expect: DroppedTaskFailure
        () -> {
          try {
            store.save(invoice);
            store.archive(invoice);
          } catch (IOException e) {
            log.error("invoice {} not saved", invoice.id(), e);
          }
        });
  }

  void eachOfMany(List<Invoice> invoices) {
    invoices.forEach(
        invoice -> pool.submit(() -> persist(invoice))); // expect: DroppedTaskFailure
  }

  void anonymousRunnable(Invoice invoice) {
    pool.submit( // expect: DroppedTaskFailure
        new Runnable() {
          @Override
          public void run() {
            persist(invoice);
          }
        });
  }

  void taskOfAClass(Invoice invoice) {
    pool.submit(new Export(store, invoice)); // expect: DroppedTaskFailure
  }

  void localThatNobodyReads(Invoice invoice) {
    Future<?> saving = pool.submit(() -> persist(invoice)); // expect: DroppedTaskFailure
    log.info("saving {}", invoice.id());
  }

  void forkJoinPool(Invoice invoice) {
    ForkJoinPool.commonPool().submit(() -> persist(invoice)); // expect: DroppedTaskFailure
  }

  void springsExecutor(AsyncTaskExecutor executor, Invoice invoice) {
    executor.submit(() -> persist(invoice)); // expect: DroppedTaskFailure
  }

  void guavasExecutor(ListeningExecutorService executor, Invoice invoice) {
    executor.submit(() -> persist(invoice)); // expect: DroppedTaskFailure
  }

  void nettysLoop(EventLoop loop, Invoice invoice) {
    loop.submit(() -> store.archive(invoice)); // expect: DroppedTaskFailure
  }

  void rethrown(Invoice invoice) {
    pool.submit( // expect: DroppedTaskFailure
        () -> {
          try {
            store.save(invoice);
          } catch (Exception e) {
            throw new IllegalStateException("invoice " + invoice.id(), e);
          }
        });
  }

  /** A job with a class of its own. */
  static final class Export implements Runnable {
    private final InvoiceStore store;
    private final Invoice invoice;

    Export(InvoiceStore store, Invoice invoice) {
      this.store = store;
      this.invoice = invoice;
    }

    @Override
    public void run() {
      store.archive(invoice);
    }
  }
}
