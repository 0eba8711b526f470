package pitfalls.blockingcallinasynccontext;

import com.hazelcast.map.IMap;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Repositories, Hibernate Reactive and maps of a grid. */
final class DataAndGrids {
  private final CartRepository carts;

  DataAndGrids(CartRepository carts) {
    this.carts = carts;
  }

  /** Made by Spring Data. */
  interface Customers extends CrudRepository<String, Long> {
    List<String> findByCity(String city);
  }

  /** Made by Micronaut Data. */
  interface Products extends io.micronaut.data.repository.CrudRepository<String, Long> {}

  /** Made by Spring Data for a reactive driver. */
  interface ReactiveCustomers extends ReactiveCrudRepository<String, Long> {}

  void springDataInHandler(Router router, Customers customers) {
    router
        .get("/customers/count")
        .handler(rc -> rc.json(customers.count())); // expect: BlockingCallInAsyncContext definite
  }

  void springDataQueryOfItsOwn(Router router, Customers customers) {
    router
        .get("/customers")
        .handler(
            rc -> rc.json(customers.findByCity("Oslo"))); // expect: BlockingCallInAsyncContext likely
  }

  Mono<Long> springDataOnElastic(Customers customers) {
    return Mono.fromCallable(customers::count).subscribeOn(Schedulers.boundedElastic());
  }

  void springDataReactive(Router router, ReactiveCustomers customers) {
    router
        .get("/customers/count")
        .handler(rc -> customers.count().subscribe(rc::json, rc::fail));
  }

  void micronautDataInHandler(Router router, Products products) {
    router
        .get("/products/count")
        .handler(rc -> rc.json(products.count())); // expect: BlockingCallInAsyncContext definite
  }

  CompletionStage<Cart> jdbcInAReactiveSession(Stage.SessionFactory sessions, String id) {
    return sessions.withSession(
        session ->
            session
                .find(String.class, id)
                .thenApply(key -> carts.load(key))); // expect: BlockingCallInAsyncContext
  }

  CompletionStage<String> twoQueriesOfOneSession(Stage.SessionFactory sessions, String id) {
    return sessions.withSession(
        session ->
            session.find(String.class, id).thenCompose(key -> session.find(String.class, key)));
  }

  io.smallrye.mutiny.Uni<Cart> jdbcAfterAReactiveSession(
      Mutiny.SessionFactory sessions, String id) {
    return sessions
        .withSession(session -> session.find(String.class, id))
        .map(key -> carts.load(key)); // expect: BlockingCallInAsyncContext
  }

  void gridInHandler(Router router, IMap<String, String> prices) {
    router
        .get("/prices/:sku")
        .handler(
            rc -> rc.end(prices.get(rc.pathParam("sku")))); // expect: BlockingCallInAsyncContext
  }

  void gridAsyncInHandler(Router router, IMap<String, String> prices) {
    router
        .get("/prices/:sku")
        .handler(
            rc ->
                prices
                    .getAsync(rc.pathParam("sku"))
                    .thenAccept(price -> rc.end(price))
                    .exceptionally(
                        failure -> {
                          rc.fail(failure);
                          return null;
                        }));
  }
}
