package pitfalls.blockingwaitinasynccontext;

import java.util.concurrent.CompletableFuture;

/** What did the order look like at one moment? One constructor waits to find out. */
final class OrderSnapshot {
  private final Order order;

  OrderSnapshot(CompletableFuture<Order> order) {
    this.order = order.join();
  }

  OrderSnapshot(Order order) {
    this.order = order;
  }

  String text() {
    return order.id() + " of " + order.customer();
  }
}
