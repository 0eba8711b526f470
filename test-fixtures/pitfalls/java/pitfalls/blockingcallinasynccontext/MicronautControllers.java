package pitfalls.blockingcallinasynccontext;

import io.micronaut.core.annotation.Blocking;
import io.micronaut.core.annotation.NonBlocking;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Do Micronaut controllers wait on the Netty event loop? */
final class MicronautControllers {
  private MicronautControllers() {}

  /** Are these methods left on the event loop? */
  @Controller("/carts")
  static class CartController {
    private final CartRepository carts;

    CartController(CartRepository carts) {
      this.carts = carts;
    }

    @Get("/{id}")
    Mono<Cart> reactiveOnEventLoop(@PathVariable String id) {
      Cart cart = carts.load(id); // expect: BlockingCallInAsyncContext
      return Mono.just(cart);
    }

    @Get("/{id}/audited")
    @NonBlocking
    String markedNonBlocking(@PathVariable String id) {
      return carts.load(id).summary(); // expect: BlockingCallInAsyncContext
    }

    @Get("/{id}/io")
    @ExecuteOn(TaskExecutors.IO)
    Cart onIoExecutor(@PathVariable String id) {
      return carts.load(id);
    }

    @Get("/{id}/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Mono<Cart> reactiveOnBlockingExecutor(@PathVariable String id) {
      Cart cart = carts.load(id);
      return Mono.just(cart);
    }

    @Get("/{id}/marked")
    @Blocking
    Cart markedBlocking(@PathVariable String id) {
      return carts.load(id);
    }

    @Get("/{id}/elastic")
    Mono<Cart> onElastic(@PathVariable String id) {
      return Mono.fromCallable(() -> carts.load(id)).subscribeOn(Schedulers.boundedElastic());
    }
  }

  /** Does the annotation on the class cover its methods? */
  @Controller("/reports")
  @ExecuteOn(TaskExecutors.BLOCKING)
  static class ReportController {
    private final CartRepository carts;

    ReportController(CartRepository carts) {
      this.carts = carts;
    }

    @Get
    Mono<String> report() {
      String summary = carts.load("all").summary();
      return Mono.just(summary);
    }
  }
}
