package pitfalls.blockingwaitinasynccontext;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;

/** Do Mutiny chains and Quarkus methods await in place of composing? */
final class QuarkusWaits {
  private QuarkusWaits() {}

  /** Which of these methods run on the event loop? */
  @Path("/orders")
  public static class OrderResource {
    private final OrderClient orders;

    OrderResource(OrderClient orders) {
      this.orders = orders;
    }

    @GET
    @Path("/{id}/forever")
    public Uni<String> awaitIndefinitely(@PathParam("id") String id) {
      Order order = orders.lookUp(id).await().indefinitely(); // expect: BlockingWaitInAsyncContext
      return Uni.createFrom().item(order.customer());
    }

    @GET
    @NonBlocking
    @Path("/{id}/timed")
    public String awaitAtMost(@PathParam("id") String id) {
      return orders
          .lookUp(id)
          .await()
          .atMost(Duration.ofSeconds(2)) // expect: BlockingWaitInAsyncContext
          .customer();
    }

    @GET
    @Path("/{id}/nested")
    public Uni<Long> awaitInsideTransform(@PathParam("id") String id) {
      return Uni.createFrom()
          .item(id)
          .map(
              key ->
                  orders
                      .lookUp(key.strip())
                      .await()
                      .indefinitely() // expect: BlockingWaitInAsyncContext
                      .cents());
    }

    @GET
    @Path("/{id}/plain")
    public Order awaitOnWorker(@PathParam("id") String id) {
      return orders.lookUp(id).await().indefinitely();
    }

    @GET
    @Blocking
    @Path("/{id}/blocking")
    public Uni<String> awaitAnnotatedBlocking(@PathParam("id") String id) {
      Order order = orders.lookUp(id).await().indefinitely();
      return Uni.createFrom().item(order.customer());
    }

    @GET
    @RunOnVirtualThread
    @Path("/{id}/virtual")
    public Order awaitOnVirtualThread(@PathParam("id") String id) {
      return orders.lookUp(id).await().indefinitely();
    }

    @GET
    @Path("/{id}/chained")
    public Uni<Long> chained(@PathParam("id") String id) {
      return orders.lookUp(id).chain(o -> orders.lookUp(o.customer())).map(Order::cents);
    }
  }

  static Multi<Order> awaitAfterEmitOnWorkers(Multi<String> ids, OrderClient orders) {
    return ids.emitOn(Infrastructure.getDefaultWorkerPool())
        .map(id -> orders.lookUp(id).await().indefinitely());
  }

  static Uni<Order> awaitInLazyItemOnWorkers(String id, OrderClient orders) {
    return Uni.createFrom()
        .item(() -> orders.fetch(id).join())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
