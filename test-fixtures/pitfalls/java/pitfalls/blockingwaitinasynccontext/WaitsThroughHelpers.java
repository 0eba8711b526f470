package pitfalls.blockingwaitinasynccontext;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Is a wait for an asynchronous result found behind helpers and stored code? */
final class WaitsThroughHelpers {
  private final OrderClient orders;
  private final PaymentGateway payments;
  private final RiskScores scores;
  private final Waiting waiting;
  private final Handler<RoutingContext> showOrder;
  private final Handler<RoutingContext> exportOrder;

  WaitsThroughHelpers(
      OrderClient orders, PaymentGateway payments, RiskScores scores, Waiting waiting) {
    this.orders = orders;
    this.payments = payments;
    this.scores = scores;
    this.waiting = waiting;
    this.showOrder =
        rc ->
            rc.json(orders.fetch(rc.pathParam("id")).join()); // expect: BlockingWaitInAsyncContext
    this.exportOrder = rc -> rc.json(orders.fetch("export-" + rc.pathParam("id")).join());
  }

  void privateHelper(Router router) {
    router
        .get("/a/:id")
        .handler(
            rc ->
                rc.end(
                    customerOf(rc.pathParam("id")))); // expect: BlockingWaitInAsyncContext definite
  }

  void privateHelperOnWorker(Router router) {
    router.get("/b/:id").blockingHandler(rc -> rc.end(customerOf(rc.pathParam("id"))));
  }

  private String customerOf(String id) {
    return order(id).customer();
  }

  private Order order(String id) {
    return orders.fetch(id).join();
  }

  void helperOfAnotherFile(Router router) {
    router
        .get("/c/:id")
        .handler(
            rc ->
                rc.json(
                    orders.fetchNow( // expect: BlockingWaitInAsyncContext definite
                        rc.pathParam("id"))));
  }

  void helperOfAnotherFileOnWorker(Router router) {
    router.get("/d/:id").blockingHandler(rc -> rc.json(orders.fetchNow(rc.pathParam("id"))));
  }

  void futureHandedToHelper(Router router) {
    router
        .get("/e/:id")
        .handler(
            rc -> {
              CompletableFuture<Order> order = orders.fetch(rc.pathParam("id"));
              rc.json(OrderClient.waitFor(order)); // expect: BlockingWaitInAsyncContext
            });
  }

  void soleImplementation(Router router) {
    router
        .get("/f/:id")
        .handler(
            rc ->
                rc.json(payments.isPaid(rc.pathParam("id")))); // expect: BlockingWaitInAsyncContext
  }

  void soleImplementationOnWorker(Router router) {
    router.get("/g/:id").blockingHandler(rc -> rc.end(payments.receiptOf(rc.pathParam("id"))));
  }

  void soleImplementationThatRemembers(Router router) {
    router.get("/h/:name").handler(rc -> rc.json(scores.scoreOf(rc.pathParam("name"))));
  }

  void constructorThatWaits(Router router) {
    router
        .get("/i/:id")
        .handler(
            rc -> {
              CompletableFuture<Order> order = orders.fetch(rc.pathParam("id"));
              var snapshot = new OrderSnapshot(order); // expect: BlockingWaitInAsyncContext
              rc.end(snapshot.text());
            });
  }

  void constructorFromValue(Router router) {
    router
        .get("/j/:id")
        .handler(
            rc -> {
              OrderSnapshot snapshot = new OrderSnapshot(new Order(rc.pathParam("id"), "", 0));
              rc.end(snapshot.text());
            });
  }

  void referenceToHandler(Router router) {
    router.get("/k/:id").handler(this::show); // expect: BlockingWaitInAsyncContext
  }

  void referenceToHandlerOnWorker(Router router) {
    router.get("/l/:id").blockingHandler(this::show);
  }

  private void show(RoutingContext rc) {
    rc.json(orders.fetchNow(rc.pathParam("id")));
  }

  Flux<Order> referenceToJoin(Flux<CompletableFuture<Order>> running) {
    return running
        .publishOn(Schedulers.parallel())
        .map(CompletableFuture::join); // expect: BlockingWaitInAsyncContext definite
  }

  Flux<Order> referenceToJoinOnElastic(Flux<CompletableFuture<Order>> running) {
    return running.publishOn(Schedulers.boundedElastic()).map(CompletableFuture::join);
  }

  void handlersFromFields(Router router) {
    router.get("/m/:id").handler(showOrder);
    router.get("/n/:id").blockingHandler(exportOrder);
  }

  Flux<Order> functionFromLocal(Flux<String> ids) {
    Function<String, Order> load = orders::fetchNow; // expect: BlockingWaitInAsyncContext
    return ids.publishOn(Schedulers.parallel()).map(load);
  }

  Flux<Order> functionFromLocalOnElastic(Flux<String> ids) {
    Function<String, Order> load = orders::fetchNow;
    return ids.publishOn(Schedulers.boundedElastic()).map(load);
  }

  void ownWrapperThatOffloads(Router router) {
    router
        .get("/o/:id")
        .handler(
            rc ->
                waiting
                    .onWorker(() -> orders.fetch(rc.pathParam("id")).join())
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  Flux<Order> ownWrapperOnElastic(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .flatMap(id -> Waiting.elastic(() -> orders.fetchNow(id)));
  }

  void ownWrapperThatRunsAtOnce(Router router) {
    router
        .get("/p/:id")
        .handler(
            rc -> {
              Order order =
                  Waiting.retryOnce(
                      () ->
                          orders.fetchNow( // expect: BlockingWaitInAsyncContext
                              rc.pathParam("id")));
              rc.json(order);
            });
  }

  Order ownWrapperInSynchronousMethod(String id) {
    return Waiting.retryOnce(() -> orders.fetchNow(id));
  }

  CompletableFuture<List<Order>> joinedAfterAllOf(List<String> ids) {
    List<CompletableFuture<Order>> running =
        ids.stream().map(orders::fetch).collect(Collectors.toList());
    return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
        .thenApply(done -> running.stream().map(CompletableFuture::join).toList());
  }

  void alreadyCompleted(Router router) {
    router
        .get("/q")
        .handler(rc -> rc.end(CompletableFuture.completedFuture(rc.normalizedPath()).join()));
  }

  public static void main(String[] args) {
    OrderClient orders = new OrderClient(null, java.net.URI.create(args[0]));
    System.out.println(orders.fetch(args[1]).join());
  }
}
