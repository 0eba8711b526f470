package pitfalls.unsafestateacrossasync;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Vert.x: fields of a verticle belong to its event loop, unless another thread touches them. */
final class VertxState {

  /** Everything here runs on the verticle's own context: all silent. */
  static final class CartVerticle extends VerticleBase {
    private final Map<String, Integer> carts = new HashMap<>();
    private final List<String> recent = new ArrayList<>();
    private int requests;

    @Override
    public Future<?> start() {
      Router router = Router.router(vertx);
      router
          .get("/cart/:id")
          .handler(
              rc -> {
                requests++;
                carts.merge(rc.pathParam("id"), 1, Integer::sum);
                rc.json(new JsonObject().put("requests", requests));
              });
      vertx.setPeriodic(60_000, timer -> recent.clear());
      vertx.eventBus().<String>consumer("cart.seen", message -> recent.add(message.body()));
      return vertx.createHttpServer().requestHandler(router).listen(8080);
    }
  }

  /** Futures that Vert.x completes come back to the context that asked: silent. */
  static final class LookupVerticle extends VerticleBase {
    private final Map<String, String> known = new HashMap<>();

    @Override
    public Future<?> start() {
      vertx
          .eventBus()
          .<String>consumer(
              "lookup",
              message ->
                  lookup(message.body())
                      .onSuccess(message::reply)
                      .onFailure(failure -> message.fail(1, failure.getMessage())));
      return Future.succeededFuture();
    }

    private Future<String> lookup(String key) {
      return vertx
          .eventBus()
          .<String>request("directory", key)
          .map(
              reply -> {
                known.put(key, reply.body());
                return known.get(key);
              });
    }
  }

  /** The blocking part runs on a worker while handlers go on with the same map. */
  static final class ThumbnailVerticle extends VerticleBase {
    private final Map<String, byte[]> thumbnails = new HashMap<>();

    @Override
    public Future<?> start() {
      Router router = Router.router(vertx);
      router
          .get("/thumbnail/:name")
          .handler(
              rc -> {
                String name = rc.pathParam("name");
                byte[] ready = thumbnails.get(name);
                rc.vertx()
                    .executeBlocking(
                        () -> {
                          byte[] made = ready != null ? ready : name.getBytes();
                          thumbnails.put(name, made); // expect: UnsafeStateAcrossAsync
                          return made;
                        },
                        false)
                    .onSuccess(made -> rc.json(new JsonObject().put("size", made.length)))
                    .onFailure(rc::fail);
              });
      return vertx.createHttpServer().requestHandler(router).listen(8081);
    }
  }

  /** The worker only computes; the event loop keeps the map: silent. */
  static final class PreviewVerticle extends VerticleBase {
    private final Map<String, byte[]> previews = new HashMap<>();

    @Override
    public Future<?> start() {
      vertx
          .eventBus()
          .<String>consumer(
              "preview",
              message ->
                  render(message.body())
                      .onSuccess(message::reply)
                      .onFailure(failure -> message.fail(1, failure.getMessage())));
      return Future.succeededFuture();
    }

    private Future<byte[]> render(String name) {
      return vertx
          .executeBlocking(() -> name.getBytes())
          .map(
              made -> {
                previews.put(name, made);
                return made;
              });
    }
  }

  /** A pool of its own writes to a field that the event loop reads. */
  static final class MeterVerticle extends VerticleBase {
    private final ExecutorService sensors = Executors.newFixedThreadPool(2);
    private int readings;

    @Override
    public Future<?> start() {
      vertx.setPeriodic(
          1_000,
          timer ->
              sensors.execute(
                  () -> {
                    readings++; // expect: UnsafeStateAcrossAsync
                  }));
      vertx.eventBus().consumer("readings", message -> message.reply(readings));
      return Future.succeededFuture();
    }
  }

  /** The pool hands its result back to the context before the field is written: silent. */
  static final class GaugeVerticle extends VerticleBase {
    private final ExecutorService sensors = Executors.newFixedThreadPool(2);
    private long last;

    @Override
    public Future<?> start() {
      vertx.setPeriodic(1_000, timer -> sensors.execute(this::measure));
      vertx.eventBus().consumer("last", message -> message.reply(last));
      return Future.succeededFuture();
    }

    private void measure() {
      long value = System.nanoTime();
      context.runOnContext(done -> last = value);
    }
  }

  /** Two futures on one context: their handlers never overlap. Silent. */
  static final class SummaryVerticle extends VerticleBase {
    @Override
    public Future<?> start() {
      vertx
          .eventBus()
          .<String>consumer(
              "summary",
              message ->
                  summary(message.body())
                      .onSuccess(parts -> message.reply(parts.size()))
                      .onFailure(failure -> message.fail(1, failure.getMessage())));
      return Future.succeededFuture();
    }

    private Future<List<String>> summary(String id) {
      List<String> parts = new ArrayList<>();
      Promise<Void> ready = Promise.promise();
      vertx.setTimer(10, timer -> ready.complete());
      Future<Boolean> cart =
          vertx.eventBus().<String>request("cart", id).map(reply -> parts.add(reply.body()));
      Future<Boolean> user =
          vertx.eventBus().<String>request("user", id).map(reply -> parts.add(reply.body()));
      return Future.all(cart, user, ready.future()).map(done -> parts);
    }
  }
}
