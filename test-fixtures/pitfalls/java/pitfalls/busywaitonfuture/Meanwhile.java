package pitfalls.busywaitonfuture;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is a loop that does its own work until a future is done only passing the time? */
final class Meanwhile {
  private static final Logger LOG = LoggerFactory.getLogger(Meanwhile.class);

  void reportsMemoryUntilDone(Future<?> job) throws InterruptedException {
    while (!job.isDone()) {
      LOG.info(memory());
      Thread.sleep(10_000);
    }
  }

  private static String memory() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().toString();
  }
}
