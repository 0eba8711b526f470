package pitfalls.unawaitedfuture;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks of executors whose future is no result to wait for, or is kept. */
final class ExecutorsAndTasks {
  private static final Logger log = LoggerFactory.getLogger(ExecutorsAndTasks.class);

  private volatile Future<?> running;

  void periodicTask(ScheduledExecutorService scheduler) {
    scheduler.scheduleAtFixedRate(ExecutorsAndTasks::tick, 0, 1, TimeUnit.MINUTES);
  }

  void delayedTask(ScheduledExecutorService scheduler) {
    scheduler.scheduleWithFixedDelay(ExecutorsAndTasks::tick, 0, 1, TimeUnit.MINUTES);
  }

  private static void tick() {
    try {
      log.info("tick");
    } catch (Exception e) {
      log.error("tick failed", e);
    }
  }

  void taskThatCatchesEverything(ExecutorService pool, Order order) {
    pool.submit(
        () -> {
          try {
            log.info("invoice for {}", order.id());
          } catch (Exception e) {
            log.error("invoice failed", e);
          }
        });
  }

  Order completionService(CompletionService<Order> races, List<Order> offers) throws Exception {
    for (Order offer : offers) {
      races.submit(() -> offer);
    }
    return races.take().get();
  }

  void taskKeptForCancelling(ExecutorService pool) {
    running = pool.submit(ExecutorsAndTasks::tick);
  }

  void cancelTheTask() {
    Future<?> task = running;
    if (task != null) {
      task.cancel(true);
    }
  }

  /** Sums the amounts of a list by splitting it. */
  static final class Total extends RecursiveTask<Long> {
    private final List<Order> orders;

    Total(List<Order> orders) {
      this.orders = orders;
    }

    @Override
    protected Long compute() {
      if (orders.size() < 100) {
        return orders.stream().mapToLong(Order::cents).sum();
      }
      int half = orders.size() / 2;
      Total left = new Total(orders.subList(0, half));
      left.fork();
      return new Total(orders.subList(half, orders.size())).compute() + left.join();
    }
  }
}
