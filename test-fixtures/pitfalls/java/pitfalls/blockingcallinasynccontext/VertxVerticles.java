package pitfalls.blockingcallinasynccontext;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Which thread runs a verticle? Its deployment decides. */
final class VertxVerticles {
  private VertxVerticles() {}

  /** Does start wait for the database? */
  static final class WarmedUpVerticle extends AbstractVerticle {
    private final CartRepository carts;

    WarmedUpVerticle(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public void start() {
      carts.remember(carts.load("default")); // expect: BlockingCallInAsyncContext
    }
  }

  /** Do event bus consumers and timers of a standard verticle wait? */
  static final class BusVerticle extends VerticleBase {
    private final CartRepository carts;
    private final BlockingQueue<Cart> outbox;
    private final CountDownLatch ready;

    BusVerticle(CartRepository carts, BlockingQueue<Cart> outbox, CountDownLatch ready) {
      this.carts = carts;
      this.outbox = outbox;
      this.ready = ready;
    }

    @Override
    public Future<?> start() {
      loadOnMessage();
      saveOnTimer();
      putIntoQueue();
      waitForLatchInConsumer();
      sleepPeriodically();
      offerIntoQueue();
      loadOnWorker();
      return Future.succeededFuture();
    }

    private void loadOnMessage() {
      vertx
          .eventBus()
          .<String>consumer(
              "carts.load",
              message ->
                  message.reply(
                      carts
                          .load(message.body()) // expect: BlockingCallInAsyncContext definite
                          .summary()));
    }

    private void saveOnTimer() {
      vertx.setTimer(
          5_000,
          id ->
              carts.save(Cart.empty("timer-" + id))); // expect: BlockingCallInAsyncContext definite
    }

    private void putIntoQueue() {
      vertx
          .eventBus()
          .<String>consumer(
              "carts.queue",
              message -> {
                try {
                  outbox.put(Cart.empty(message.body())); // expect: BlockingCallInAsyncContext
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }

    private void waitForLatchInConsumer() {
      vertx
          .eventBus()
          .<String>consumer(
              "carts.ready",
              message -> {
                try {
                  ready.await(); // expect: BlockingCallInAsyncContext
                  message.reply("ready");
                } catch (InterruptedException e) {
                  message.fail(503, "interrupted");
                }
              });
    }

    private void sleepPeriodically() {
      vertx.setPeriodic(
          1_000,
          id -> {
            try {
              Thread.sleep(250); // expect: BlockingCallInAsyncContext definite
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }

    private void offerIntoQueue() {
      vertx
          .eventBus()
          .<String>consumer(
              "carts.offer",
              message -> {
                if (!outbox.offer(Cart.empty(message.body()))) {
                  message.fail(429, "queue full");
                }
              });
    }

    private void loadOnWorker() {
      vertx
          .eventBus()
          .<String>consumer(
              "carts.load.worker",
              message ->
                  vertx
                      .executeBlocking(() -> carts.load(message.body()))
                      .onSuccess(cart -> message.reply(cart.summary()))
                      .onFailure(e -> message.fail(500, e.getMessage())));
    }
  }

  /** Does a verticle that is only deployed on workers wait? It may. */
  static final class ImportVerticle extends AbstractVerticle {
    private final CartRepository carts;
    private final CountDownLatch gate;

    ImportVerticle(CartRepository carts, CountDownLatch gate) {
      this.carts = carts;
      this.gate = gate;
    }

    @Override
    public void start() throws InterruptedException {
      if (!gate.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("gate closed");
      }
      vertx
          .eventBus()
          .<String>consumer("carts.import", m -> m.reply(carts.load(m.body()).summary()));
    }
  }

  static Future<String> deployImportOnWorkers(Vertx vertx, CartRepository carts) {
    DeploymentOptions workers = new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER);
    return vertx.deployVerticle(() -> new ImportVerticle(carts, new CountDownLatch(1)), workers);
  }

  static Future<String> deployBus(Vertx vertx, CartRepository carts, BlockingQueue<Cart> outbox) {
    return vertx.deployVerticle(new BusVerticle(carts, outbox, new CountDownLatch(1)));
  }
}
