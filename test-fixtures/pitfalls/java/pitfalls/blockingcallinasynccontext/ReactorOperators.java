package pitfalls.blockingcallinasynccontext;

import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Do the lesser-known callbacks of a Reactor chain wait on a thread that must not? */
final class ReactorOperators {
  private final CartRepository carts;
  private final PriceCatalog prices;
  private final AuditLog audit;

  ReactorOperators(CartRepository carts, PriceCatalog prices, AuditLog audit) {
    this.carts = carts;
    this.prices = prices;
    this.audit = audit;
  }

  Disposable subscriberOnParallel(Flux<Cart> incoming) {
    return incoming
        .publishOn(Schedulers.parallel())
        .subscribe(
            cart -> carts.save(cart), // expect: BlockingCallInAsyncContext definite
            error -> audit.note("saving stopped: " + error));
  }

  Flux<String> filterOnParallel(Flux<String> skus) {
    return skus.publishOn(Schedulers.parallel())
        .filter(sku -> prices.priceOf(sku) > 0); // expect: BlockingCallInAsyncContext
  }

  Flux<Cart> errorHookAfterDelay(List<Cart> batch) {
    return Flux.fromIterable(batch)
        .delayElements(Duration.ofMillis(10))
        .doOnError(e -> audit.append("error")); // expect: BlockingCallInAsyncContext definite
  }

  Mono<Cart> finallyHookAfterDelay(String id) {
    return Mono.delay(Duration.ofSeconds(1))
        .map(tick -> carts.recent(id))
        .doFinally(end -> audit.append("end")); // expect: BlockingCallInAsyncContext definite
  }

  Mono<Long> reduceOnParallel(Flux<String> skus) {
    return skus.publishOn(Schedulers.parallel())
        .reduce(0L, (sum, sku) -> sum + prices.priceOf(sku)); // expect: BlockingCallInAsyncContext
  }

  Flux<Cart> parallelRailsOnParallel(Flux<String> ids) {
    return ids.parallel()
        .runOn(Schedulers.parallel())
        .map(carts::load) // expect: BlockingCallInAsyncContext definite
        .sequential();
  }

  Flux<Cart> parallelRailsOnElastic(Flux<String> ids) {
    return ids.parallel().runOn(Schedulers.boundedElastic()).map(carts::load).sequential();
  }

  Disposable subscriberOnElastic(Flux<Cart> incoming) {
    return incoming
        .publishOn(Schedulers.boundedElastic())
        .subscribe(cart -> carts.save(cart), error -> audit.append("saving stopped: " + error));
  }

  Flux<String> filterOnElastic(Flux<String> skus) {
    return skus.publishOn(Schedulers.boundedElastic()).filter(sku -> prices.priceOf(sku) > 0);
  }

  Mono<Cart> fallbackOnElastic(Mono<Cart> cart, String id) {
    return cart.switchIfEmpty(
        Mono.fromCallable(() -> carts.load(id)).subscribeOn(Schedulers.boundedElastic()));
  }

  Mono<Cart> hooksInMemory(String id) {
    return Mono.delay(Duration.ofSeconds(1))
        .map(tick -> carts.recent(id))
        .doOnNext(cart -> audit.note("seen " + cart.id()))
        .doFinally(end -> audit.note("done " + end));
  }

  Disposable scheduledOnElastic(Cart cart) {
    return Schedulers.boundedElastic().schedule(() -> carts.save(cart));
  }

  Disposable scheduledOnParallel(Cart cart) {
    return Schedulers.parallel()
        .schedule(() -> carts.save(cart)); // expect: BlockingCallInAsyncContext definite
  }
}
