package pitfalls.blockingwaitinasynccontext;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Does a Reactor chain block on another publisher? */
final class ReactorWaits {
  private final OrderClient orders;

  ReactorWaits(OrderClient orders) {
    this.orders = orders;
  }

  Flux<Order> blockOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .mapNotNull(id -> orders.find(id).block()); // expect: BlockingWaitInAsyncContext definite
  }

  Flux<Order> blockWithTimeoutAfterDelay(List<String> ids) {
    return Flux.fromIterable(ids)
        .delayElements(Duration.ofMillis(5))
        .mapNotNull(
            id ->
                orders
                    .find(id)
                    .block(Duration.ofSeconds(1))); // expect: BlockingWaitInAsyncContext definite
  }

  Flux<Order> joinedFutureOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .map(
            id -> orders.find(id).toFuture().join()); // expect: BlockingWaitInAsyncContext definite
  }

  Mono<Long> iterationOnParallel() {
    return Mono.delay(Duration.ofSeconds(1))
        .map(
            tick -> {
              long sum = 0;
              for (Order order : orders.all().toIterable()) { // expect: BlockingWaitInAsyncContext
                sum += order.cents();
              }
              return sum;
            });
  }

  Mono<Long> streamOnParallel() {
    return Mono.delay(Duration.ofSeconds(1))
        .map(
            tick ->
                orders
                    .all()
                    .toStream() // expect: BlockingWaitInAsyncContext
                    .mapToLong(Order::cents)
                    .sum());
  }

  Mono<Order> blockInsideMapOfWebClient() {
    return orders
        .find("1")
        .mapNotNull(
            first -> orders.find(first.customer()).block()); // expect: BlockingWaitInAsyncContext
  }

  Flux<Order> blockInForeignPublisher(Flux<String> ids) {
    return ids.mapNotNull(
        id -> orders.find(id).block()); // expect: BlockingWaitInAsyncContext likely
  }

  Mono<Order> joinInCallableThatLeaves(String id) {
    return Mono.fromCallable(
        () -> orders.fetch(id).join()); // expect: BlockingWaitInAsyncContext likely
  }

  RouterFunction<ServerResponse> blockInRoute() {
    return RouterFunctions.route()
        .GET(
            "/orders/{id}",
            request -> {
              Order order =
                  orders
                      .find(request.pathVariable("id"))
                      .block(); // expect: BlockingWaitInAsyncContext definite
              return order == null
                  ? ServerResponse.notFound().build()
                  : ServerResponse.ok().bodyValue(order);
            })
        .build();
  }

  /** Does a filter block on the session before it lets the request through? */
  static final class SessionFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      var session = exchange.getSession().block(); // expect: BlockingWaitInAsyncContext
      return session == null ? Mono.empty() : chain.filter(exchange);
    }
  }

  /** Does a controller of reactive signature wait? */
  @RestController
  static final class OrderController {
    private final OrderClient orders;

    OrderController(OrderClient orders) {
      this.orders = orders;
    }

    @GetMapping("/orders/{id}/doubled")
    public Mono<Long> doubled(@PathVariable String id) {
      long cents = orders.fetch(id).join().cents(); // expect: BlockingWaitInAsyncContext
      return Mono.just(2 * cents);
    }

    @GetMapping("/orders/{id}/chained")
    public Mono<Long> chained(@PathVariable String id) {
      return orders.find(id).map(order -> 2 * order.cents());
    }
  }

  Flux<Order> composedOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel()).flatMap(orders::find);
  }

  Flux<Order> blockOnElastic(Flux<String> ids) {
    return ids.publishOn(Schedulers.boundedElastic()).mapNotNull(id -> orders.find(id).block());
  }

  Mono<Order> joinInCallableOnElastic(String id) {
    return Mono.fromCallable(() -> orders.fetch(id).join())
        .subscribeOn(Schedulers.boundedElastic());
  }

  Flux<String> knownValueOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel()).mapNotNull(id -> Mono.just(id).block());
  }

  Order blockInSynchronousMethod(String id) {
    return orders.find(id).block(Duration.ofSeconds(5));
  }

  List<Order> streamInSynchronousMethod() {
    return orders.all().toStream().collect(Collectors.toList());
  }

  Mono<Order> guardedByThreadCheck(Order fallback) {
    return Mono.delay(Duration.ofMillis(5))
        .mapNotNull(
            tick ->
                Schedulers.isInNonBlockingThread() ? fallback : orders.find(fallback.id()).block());
  }
}
