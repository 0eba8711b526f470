package pitfalls.pinnedvirtualthread;

import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.client.RestTemplate;

/** The last release that pins. */
final class OrdersOn23 {
  private final VirtualThreadTaskExecutor executor = new VirtualThreadTaskExecutor("orders-");
  private final RestTemplate partner;
  private final List<String> sent = new ArrayList<>();

  OrdersOn23(RestTemplate partner) {
    this.partner = partner;
  }

  Future<String> callInATask(String id) {
    return executor.submit(
        () -> {
          synchronized (sent) {
            sent.add(id);
            return partner.getForObject("http://orders/" + id, String.class); // expect: PinnedVirtualThread
          }
        });
  }

  void takeInATask(BlockingQueue<String> orders) {
    executor.execute(
        () -> {
          synchronized (this) {
            try {
              sent.add(orders.take()); // expect: PinnedVirtualThread
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
  }

  @RunOnVirtualThread
  synchronized void pauseInAHelper() throws InterruptedException {
    pause(); // expect: PinnedVirtualThread
  }

  private static void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(50);
  }

  Future<String> callOutside(String id) {
    return executor.submit(
        () -> {
          String order = partner.getForObject("http://orders/" + id, String.class);
          synchronized (sent) {
            sent.add(id);
          }
          return order;
        });
  }
}
