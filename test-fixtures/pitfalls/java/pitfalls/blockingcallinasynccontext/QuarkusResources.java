package pitfalls.blockingcallinasynccontext;

import io.netty.channel.EventLoop;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Which thread does Quarkus choose for a method, and does the method wait there? */
final class QuarkusResources {
  private QuarkusResources() {}

  /** Does the return type send these methods to the event loop? */
  @Path("/carts")
  public static class CartResource {
    private final CartRepository carts;

    CartResource(CartRepository carts) {
      this.carts = carts;
    }

    @GET
    @Path("/{id}")
    public Uni<Cart> uniOnEventLoop(@PathParam("id") String id) {
      Cart cart = carts.load(id); // expect: BlockingCallInAsyncContext
      return Uni.createFrom().item(cart);
    }

    @POST
    public CompletionStage<String> stageOnEventLoop(Cart cart) {
      carts.save(cart); // expect: BlockingCallInAsyncContext
      return CompletableFuture.completedFuture(cart.id());
    }

    @GET
    @NonBlocking
    @Path("/{id}/summary")
    public String plainButNonBlocking(@PathParam("id") String id) {
      return carts.load(id).summary(); // expect: BlockingCallInAsyncContext
    }

    @GET
    @Path("/{id}/lazy")
    public Uni<Cart> lazyItem(@PathParam("id") String id) {
      return Uni.createFrom().item(() -> carts.load(id)); // expect: BlockingCallInAsyncContext
    }

    @GET
    @Path("/{id}/plain")
    public Cart plainOnWorker(@PathParam("id") String id) {
      return carts.load(id);
    }

    @GET
    @Blocking
    @Path("/{id}/blocking")
    public Uni<Cart> uniAnnotatedBlocking(@PathParam("id") String id) {
      Cart cart = carts.load(id);
      return Uni.createFrom().item(cart);
    }

    @POST
    @Transactional
    @Path("/transactional")
    public Uni<String> uniInTransaction(Cart cart) {
      carts.save(cart);
      return Uni.createFrom().item(cart.id());
    }

    @GET
    @RunOnVirtualThread
    @Path("/{id}/virtual")
    public Cart onVirtualThread(@PathParam("id") String id) {
      return carts.load(id);
    }

    @GET
    @Path("/{id}/recent")
    public Uni<Cart> memoryOnEventLoop(@PathParam("id") String id) {
      return Uni.createFrom().item(carts.recent(id));
    }

    @GET
    @Path("/{id}/offloaded")
    public Uni<Cart> offloaded(@PathParam("id") String id) {
      return Uni.createFrom()
          .item(() -> carts.load(id))
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
  }

  /** Does an annotation on the class move every method? */
  @Blocking
  @Path("/reports")
  public static class ReportResource {
    private final CartRepository carts;

    ReportResource(CartRepository carts) {
      this.carts = carts;
    }

    @GET
    public Uni<String> blockingByClass() {
      String summary = carts.load("all").summary();
      return Uni.createFrom().item(summary);
    }

    @GET
    @NonBlocking
    @Path("/fast")
    public Uni<String> methodBeatsClass() {
      String summary = carts.load("fast").summary(); // expect: BlockingCallInAsyncContext
      return Uni.createFrom().item(summary);
    }
  }

  /** Do consumers of the event bus wait? */
  public static class CartEvents {
    private final CartRepository carts;

    CartEvents(CartRepository carts) {
      this.carts = carts;
    }

    @ConsumeEvent("carts.stored")
    public void consumeOnEventLoop(Cart cart) {
      carts.save(cart); // expect: BlockingCallInAsyncContext
    }

    @ConsumeEvent(value = "carts.archived", blocking = true)
    public void consumeOnWorker(Cart cart) {
      carts.save(cart);
    }

    @Blocking
    @ConsumeEvent("carts.deleted")
    public void consumeAnnotated(Cart cart) {
      carts.save(cart);
    }
  }

  static Multi<Cart> emitOnEventLoop(Multi<String> ids, EventLoop loop, CartRepository carts) {
    return ids.emitOn(loop).onItem().transform(carts::load); // missed-alarm: BlockingCallInAsyncContext - the type of an executor that is passed in tells nothing yet
  }

  static Multi<Cart> emitOnWorkers(Multi<String> ids, CartRepository carts) {
    return ids.emitOn(Infrastructure.getDefaultWorkerPool()).onItem().transform(carts::load);
  }

  static Uni<Cart> delayedOnDefaultWorkerPool(String id, CartRepository carts) {
    return Uni.createFrom().item(id).onItem().delayIt().by(Duration.ofMillis(50)).map(carts::load);
  }
}
