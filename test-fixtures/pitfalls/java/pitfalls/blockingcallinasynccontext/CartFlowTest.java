package pitfalls.blockingcallinasynccontext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** May a test wait wherever it likes? */
class CartFlowTest {
  private final CartRepository carts = new CartRepository(null);

  @Test
  void blocksOnParallelScheduler() {
    Cart cart =
        Flux.just("a")
            .publishOn(Schedulers.parallel())
            .map(carts::load)
            .blockFirst(Duration.ofSeconds(5));
    assertEquals("a", cart == null ? "" : cart.id());
  }

  @Test
  void sleepsInHandler() throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    vertx.runOnContext(nothing -> carts.save(Cart.empty("b")));
    Thread.sleep(50);
    assertEquals("b", load("b").map(Cart::id).block());
  }

  private Mono<Cart> load(String id) {
    return Mono.fromCallable(() -> carts.load(id));
  }
}
