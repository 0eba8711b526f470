package pitfalls.blockingwaitinasynccontext;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Do Vert.x handlers wait for results that only the event loop can deliver? */
final class VertxWaits {
  private final Vertx vertx;
  private final OrderClient orders;
  private final WebClient web;
  private final ExecutorService workers;

  VertxWaits(Vertx vertx, OrderClient orders, WebClient web, ExecutorService workers) {
    this.vertx = vertx;
    this.orders = orders;
    this.web = web;
    this.workers = workers;
  }

  void joinInHandler(Router router) {
    router
        .get("/order/:id")
        .handler(
            rc ->
                rc.json(
                    orders
                        .fetch(rc.pathParam("id"))
                        .join())); // expect: BlockingWaitInAsyncContext definite
  }

  void getWithTimeoutInHandler(Router router) {
    router
        .get("/order/:id/timed")
        .handler(
            rc -> {
              CompletableFuture<Order> order = orders.fetch(rc.pathParam("id"));
              try {
                rc.json(
                    order.get(2, TimeUnit.SECONDS)); // expect: BlockingWaitInAsyncContext definite, TimeoutWithoutCancel
              } catch (InterruptedException | ExecutionException | TimeoutException e) {
                rc.fail(e);
              }
            });
  }

  void vertxFutureOverCompletionStage(Router router) {
    router
        .get("/proxy")
        .handler(
            rc -> {
              HttpResponse<?> answer =
                  web.getAbs("https://orders.example/")
                      .send()
                      .toCompletionStage()
                      .toCompletableFuture()
                      .join(); // expect: BlockingWaitInAsyncContext definite
              rc.end(answer.bodyAsBuffer());
            });
  }

  void awaitOnEventLoop(Router router) {
    router
        .get("/order/:id/await")
        .handler(
            rc ->
                rc.json(
                    orders
                        .request(vertx, rc.pathParam("id"))
                        .await())); // expect: BlockingWaitInAsyncContext
  }

  void joinInEventBusConsumer() {
    vertx
        .eventBus()
        .<String>consumer(
            "orders.fetch",
            message -> {
              Order order =
                  orders
                      .fetch(message.body())
                      .join(); // expect: BlockingWaitInAsyncContext definite
              message.reply(order.customer());
            });
  }

  void joinInTimer() {
    vertx.setPeriodic(
        30_000,
        id -> {
          Order newest =
              orders.fetch("newest").join(); // expect: BlockingWaitInAsyncContext definite
          vertx.eventBus().publish("orders.newest", newest.id());
        });
  }

  void allOfJoinedInHandler(Router router) {
    router
        .get("/orders/pair")
        .handler(
            rc -> {
              CompletableFuture<Order> first = orders.fetch("1");
              CompletableFuture<Order> second = orders.fetch("2");
              CompletableFuture.allOf(first, second)
                  .join(); // expect: BlockingWaitInAsyncContext definite
              rc.end(first.join().id() + second.join().id());
            });
  }

  void taskOfAnExecutorAwaited(Router router) {
    router
        .get("/orders/export")
        .handler(
            rc -> {
              try {
                rc.end(
                    workers
                        .submit(() -> orders.fetchNow("all").id())
                        .get()); // expect: BlockingWaitInAsyncContext definite
              } catch (InterruptedException | ExecutionException e) {
                rc.fail(e);
              }
            });
  }

  void queueFilledByCallback(Router router) {
    router
        .get("/orders/queue")
        .handler(
            rc -> {
              BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);
              web.getAbs("https://orders.example/")
                  .send()
                  .onSuccess(answer -> answers.add(answer.bodyAsString()))
                  .onFailure(error -> answers.add("failed: " + error));
              try {
                rc.end(answers.take()); // expect: BlockingWaitInAsyncContext
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              }
            });
  }

  void composed(Router router) {
    router
        .get("/order/:id/composed")
        .handler(
            rc ->
                orders.request(vertx, rc.pathParam("id")).onSuccess(rc::json).onFailure(rc::fail));
  }

  void joinInExecuteBlocking(Router router) {
    router
        .get("/order/:id/worker")
        .handler(
            rc ->
                vertx
                    .executeBlocking(() -> orders.fetch(rc.pathParam("id")).join())
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  void joinInBlockingHandler(Router router) {
    router
        .get("/order/:id/blocking")
        .blockingHandler(rc -> rc.json(orders.fetch(rc.pathParam("id")).join()));
  }

  void resultOfCompositeFuture(Router router) {
    router
        .get("/orders/both")
        .handler(
            rc -> {
              Future<Order> first = orders.request(vertx, "1");
              Future<Order> second = orders.request(vertx, "2");
              Future.all(first, second)
                  .onSuccess(both -> rc.end(first.result().id() + second.result().id()))
                  .onFailure(rc::fail);
            });
  }

  void joinAfterIsDone(Router router) {
    CompletableFuture<Order> warmed = orders.fetch("newest");
    router
        .get("/orders/newest")
        .handler(
            rc -> {
              if (warmed.isDone()) {
                rc.json(warmed.join());
              } else {
                rc.fail(503);
              }
            });
  }

  void getNowInHandler(Router router) {
    CompletableFuture<Order> warmed = orders.fetch("newest");
    router
        .get("/orders/newest/now")
        .handler(rc -> rc.json(warmed.getNow(new Order("none", "", 0))));
  }

  void joinBeforeTheRoutes(Router router) {
    Order newest = orders.fetch("newest").join();
    router.get("/orders/first").handler(rc -> rc.json(newest));
  }

  /** Does a verticle on a virtual thread await? That is what it is for. */
  static final class VirtualVerticle extends AbstractVerticle {
    private final OrderClient orders;

    VirtualVerticle(OrderClient orders) {
      this.orders = orders;
    }

    @Override
    public void start() {
      Order newest = orders.request(vertx, "newest").await();
      vertx.eventBus().publish("orders.newest", newest.id());
    }
  }

  /** Does a verticle on the event loop wait before it is up? */
  static final class ImpatientVerticle extends AbstractVerticle {
    private final OrderClient orders;

    ImpatientVerticle(OrderClient orders) {
      this.orders = orders;
    }

    @Override
    public void start() {
      Order newest = orders.fetch("newest").join(); // expect: BlockingWaitInAsyncContext
      vertx.eventBus().publish("orders.newest", newest.id());
    }
  }

  static Future<String> deployVirtual(Vertx vertx, OrderClient orders) {
    return vertx.deployVerticle(
        () -> new VirtualVerticle(orders),
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
  }
}
