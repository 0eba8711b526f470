package pitfalls.blockingwaitinasynccontext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** May a test wait wherever it likes? */
class OrderClientTest {
  private final OrderClient orders = new OrderClient(null, URI.create("http://localhost/"));

  @Test
  void waitsOnParallelScheduler() {
    Order order = Flux.just("1").publishOn(Schedulers.parallel()).map(this::joined).blockFirst();
    assertEquals("1", order == null ? "" : order.id());
  }

  private Order joined(String id) {
    return orders.fetch(id).join();
  }
}
