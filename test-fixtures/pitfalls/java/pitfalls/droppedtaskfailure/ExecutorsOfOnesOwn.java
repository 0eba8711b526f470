package pitfalls.droppedtaskfailure;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the executor tell of failures of its tasks? One of the program's own may. */
final class ExecutorsOfOnesOwn {
  private static final Logger log = LoggerFactory.getLogger(ExecutorsOfOnesOwn.class);

  private final Telling telling = new Telling();

  void byInterface(Workers workers, Invoice invoice, InvoiceStore store) {
    workers.submit(() -> store.archive(invoice));
  }

  void byClass(Invoice invoice, InvoiceStore store) {
    telling.submit(() -> store.archive(invoice));
  }

  void behindTheInterfaceOfThePlatform(Invoice invoice, InvoiceStore store) {
    ExecutorService pool = new Telling();
    pool.submit(() -> store.archive(invoice));
    pool.shutdown();
  }

  /** What the program's tasks are given to. */
  interface Workers extends ExecutorService {}

  /** Looks at the future of each task. */
  static final class Telling extends ThreadPoolExecutor {
    Telling() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
      if (task instanceof Future<?> done && done.isDone()) {
        try {
          done.get();
        } catch (ExecutionException e) {
          log.error("a task failed", e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
