package pitfalls.nullfuture;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishers and futures of the libraries: null where an empty one was meant. */
final class Publishers {
  interface Orders {
    Mono<Order> find(String id);

    Mono<Void> save(Order order);

    Single<Order> single(String id);

    Uni<Order> uni(String id);

    Future<Order> future(String id);

    ListenableFuture<Order> listenable(String id);
  }

  private final Orders orders;

  Publishers(Orders orders) {
    this.orders = orders;
  }

  Mono<Order> nullMono(String id) {
    if (id.isEmpty()) {
      return null; // expect: NullFuture likely
    }
    return orders.find(id);
  }

  Flux<Order> nullFlux(boolean enabled) {
    if (!enabled) {
      return null; // expect: NullFuture likely
    }
    return Flux.just("1", "2").concatMap(orders::find);
  }

  Mono<Void> nullFromFlatMap(String id) {
    return orders
        .find(id)
        .flatMap(
            order -> {
              if (order.paid()) {
                return null; // expect: NullFuture definite
              }
              return orders.save(order);
            });
  }

  Single<Order> nullSingle(String id) {
    return orders.single(id).flatMap(order -> null); // expect: NullFuture definite
  }

  Uni<Order> nullUni(String id) {
    if (id.isEmpty()) {
      return null; // expect: NullFuture likely
    }
    return orders.uni(id);
  }

  Future<Order> nullFromCompose(String id) {
    return orders.future(id).compose(order -> null); // expect: NullFuture definite
  }

  ListenableFuture<Order> nullFromAsyncFunction(String id) {
    return Futures.transformAsync(
        orders.listenable(id),
        order -> null, // expect: NullFuture definite
        MoreExecutors.directExecutor());
  }

  Mono<Order> emptyMono(String id) {
    return id.isEmpty() ? Mono.empty() : orders.find(id);
  }

  Mono<Void> emptyFromFlatMap(String id) {
    return orders.find(id).flatMap(order -> order.paid() ? Mono.empty() : orders.save(order));
  }

  Uni<Order> nullItem(String id) {
    return id.isEmpty() ? Uni.createFrom().nullItem() : orders.uni(id);
  }

  Future<Order> succeededWithNull(String id) {
    return id.isEmpty() ? Future.succeededFuture() : orders.future(id);
  }

  Mono<String> helperOfAnotherType(String id) {
    return orders.find(id).filter(order -> customerOf(order) != null).map(Order::customer);
  }

  private static String customerOf(Order order) {
    return order.paid() ? order.customer() : null;
  }
}
