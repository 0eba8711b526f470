package pitfalls.blockingcallinasynccontext;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Is a wait found in code that was stored first and handed over later? */
final class StoredLambdas {
  private final Vertx vertx;
  private final CartRepository carts;
  private final Offload offload;

  private final Handler<RoutingContext> showCart;
  private final Handler<RoutingContext> showReport;
  private final Function<String, Cart> loader;

  StoredLambdas(Vertx vertx, CartRepository carts, Offload offload) {
    this.vertx = vertx;
    this.carts = carts;
    this.offload = offload;
    this.showCart =
        rc -> rc.json(carts.load(rc.pathParam("id"))); // expect: BlockingCallInAsyncContext
    this.showReport = rc -> rc.json(carts.load("report-" + rc.pathParam("id")));
    this.loader = carts::recent;
  }

  void handlerFromField(Router router) {
    router.get("/cart/:id").handler(showCart);
  }

  void handlerFromFieldOnWorker(Router router) {
    router.get("/report/:id").blockingHandler(showReport);
  }

  Flux<Cart> functionFromFieldInMemory(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel()).map(loader);
  }

  void handlerFromLocal(Router router) {
    Handler<RoutingContext> handler =
        rc -> rc.json(carts.load(rc.pathParam("id"))); // expect: BlockingCallInAsyncContext
    router.get("/local/:id").handler(handler);
  }

  void handlerFromLocalOnWorker(Router router) {
    Handler<RoutingContext> handler = rc -> rc.json(carts.load(rc.pathParam("id")));
    router.get("/local/:id/worker").blockingHandler(handler);
  }

  Flux<Cart> referenceFromLocal(Flux<String> ids) {
    Function<String, Cart> load = carts::load; // expect: BlockingCallInAsyncContext
    return ids.publishOn(Schedulers.parallel()).map(load);
  }

  Flux<Cart> referenceFromLocalOnElastic(Flux<String> ids) {
    Function<String, Cart> load = carts::load;
    return ids.publishOn(Schedulers.boundedElastic()).map(load);
  }

  void anonymousHandler(Router router) {
    router
        .get("/anonymous/:id")
        .handler(
            new Handler<RoutingContext>() {
              @Override
              public void handle(RoutingContext rc) {
                rc.json(
                    carts.load(rc.pathParam("id"))); // expect: BlockingCallInAsyncContext definite
              }
            });
  }

  void ownWrapperThatOffloads(Router router) {
    router
        .get("/wrapped/:id")
        .handler(
            rc ->
                offload
                    .onWorker(() -> carts.load(rc.pathParam("id")))
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  void ownWrapperOfAWrapper(Router router) {
    router
        .get("/wrapped/:id/logged")
        .handler(
            rc ->
                offload
                    .onWorkerLogged("load", () -> carts.load(rc.pathParam("id")))
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  void ownWrapperOnThreadPool(Router router) {
    router
        .post("/wrapped/:id")
        .handler(
            rc -> {
              Cart cart = Cart.empty(rc.pathParam("id"));
              offload.inBackground(() -> carts.save(cart));
              rc.end("accepted");
            });
  }

  Flux<Cart> ownWrapperOnElastic(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .flatMap(id -> Offload.elastic(() -> carts.load(id)));
  }

  Mono<Cart> ownWrapperOnElasticWithLocal(String id) {
    Callable<Cart> load = () -> carts.load(id);
    return Offload.elastic(load);
  }

  void ownWrapperThatRunsAtOnce(Router router) {
    router
        .get("/timed/:id")
        .handler(
            rc -> {
              Cart cart =
                  Offload.timed(
                      "load",
                      () -> carts.load(rc.pathParam("id"))); // expect: BlockingCallInAsyncContext
              rc.json(cart);
            });
  }

  void ownWrapperThatRunsAtOnceInMemory(Router router) {
    router
        .get("/timed/:id/recent")
        .handler(rc -> rc.json(Offload.timed("recent", () -> carts.recent(rc.pathParam("id")))));
  }

  Cart ownWrapperInSynchronousMethod(String id) {
    return Offload.timed("load", () -> carts.load(id));
  }

  void ownWrapperOnTheLoop(Cart cart) {
    offload.onLoop(() -> carts.save(cart)); // expect: BlockingCallInAsyncContext
  }

  void ownWrapperOnTheLoopInMemory(Cart cart) {
    offload.onLoop(() -> carts.remember(cart));
  }

  void ownPeriodicWrapper() {
    offload.every(
        60_000,
        tick -> carts.save(Cart.empty("tick-" + tick))); // expect: BlockingCallInAsyncContext
  }

  long ownPeriodicWrapperInMemory() {
    offload.every(60_000, tick -> carts.remember(Cart.empty("tick-" + tick)));
    return vertx.setTimer(1_000, id -> carts.remember(Cart.empty("timer-" + id)));
  }
}
