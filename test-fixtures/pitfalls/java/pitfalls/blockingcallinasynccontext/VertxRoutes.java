package pitfalls.blockingcallinasynccontext;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import redis.clients.jedis.JedisPooled;

/** Do Vert.x route handlers wait for files, databases or caches? */
final class VertxRoutes {
  private final Vertx vertx;
  private final JdbcTemplate jdbc;
  private final CartRepository carts;
  private final JedisPooled jedis;

  VertxRoutes(Vertx vertx, JdbcTemplate jdbc, CartRepository carts, JedisPooled jedis) {
    this.vertx = vertx;
    this.jdbc = jdbc;
    this.carts = carts;
    this.jedis = jedis;
  }

  void jdbcInHandler(Router router) {
    router
        .get("/orders/count")
        .handler(
            rc -> {
              Integer count =
                  jdbc.queryForObject( // expect: BlockingCallInAsyncContext definite
                      "select count(*) from orders", Integer.class);
              rc.json(count);
            });
  }

  void repositoryInHandler(Router router) {
    router
        .get("/cart/:id")
        .handler(
            rc ->
                rc.json(
                    carts.load(rc.pathParam("id")))); // expect: BlockingCallInAsyncContext definite
  }

  void referenceToBlockingHandler(Router router) {
    router
        .get("/cart/:id/summary")
        .handler(this::showSummary); // expect: BlockingCallInAsyncContext definite
  }

  private void showSummary(RoutingContext rc) {
    rc.end(carts.load(rc.pathParam("id")).summary());
  }

  void fileReadInHandler(Router router, Path terms) {
    router
        .get("/terms")
        .handler(
            rc -> {
              try {
                rc.end(Files.readString(terms)); // expect: BlockingCallInAsyncContext definite
              } catch (java.io.IOException e) {
                rc.fail(e);
              }
            });
  }

  void vertxBlockingFileSystemCall(Router router) {
    router
        .get("/logo")
        .handler(
            rc ->
                rc.end(
                    vertx
                        .fileSystem()
                        .readFileBlocking( // expect: BlockingCallInAsyncContext definite
                            "logo.svg")));
  }

  void jedisInFailureHandler(Router router) {
    router
        .route()
        .failureHandler(
            rc -> {
              jedis.incr("failures"); // expect: BlockingCallInAsyncContext definite
              rc.response().setStatusCode(500).end();
            });
  }

  void blockingInBodyCallback(Router router) {
    router
        .post("/cart")
        .handler(
            rc ->
                rc.request()
                    .bodyHandler(
                        body -> {
                          carts.save( // expect: BlockingCallInAsyncContext definite
                              Cart.empty(body.toString()));
                          rc.response().setStatusCode(201).end();
                        }));
  }

  void blockingAfterExecuteBlocking(Router router) {
    router
        .put("/cart/:id")
        .handler(
            rc ->
                vertx
                    .executeBlocking(() -> carts.load(rc.pathParam("id")))
                    .onSuccess(
                        cart -> {
                          carts.save( // expect: BlockingCallInAsyncContext definite
                              cart.withCents(0));
                          rc.json(cart);
                        })
                    .onFailure(rc::fail));
  }

  void executeBlockingInHandler(Router router) {
    router
        .get("/cart/:id/full")
        .handler(
            rc ->
                rc.vertx()
                    .executeBlocking(() -> carts.load(rc.pathParam("id")))
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  void blockingHandler(Router router) {
    router.get("/report").blockingHandler(rc -> rc.json(carts.load(rc.pathParam("id"))));
  }

  void referenceToBlockingHandlerOnWorker(Router router) {
    router.get("/cart/:id/slow-summary").blockingHandler(this::showSummary, false);
  }

  void asyncFileSystem(Router router) {
    router
        .get("/banner")
        .handler(
            rc -> vertx.fileSystem().readFile("banner.svg").onSuccess(rc::end).onFailure(rc::fail));
  }

  /** Does a class that handles requests say where its own methods run the handlers they take? */
  static final class ReportHandler implements Handler<RoutingContext> {
    private final CartRepository carts;

    ReportHandler(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public void handle(RoutingContext rc) {
      rc.end("see the nightly report");
    }

    void nightly(List<String> ids) {
      ids.forEach(id -> withCart(id, cart -> carts.load(cart.summary())));
    }

    private void withCart(String id, Handler<Cart> reader) {
      reader.handle(carts.load(id));
    }
  }

  void memoryOnly(Router router) {
    router.get("/recent/:id").handler(rc -> rc.json(carts.recent(rc.pathParam("id"))));
  }

  void routesBuiltFromDatabase(Router router) {
    for (String page : jdbc.queryForList("select path from page", String.class)) {
      router.get(page).handler(rc -> rc.end("page " + rc.normalizedPath()));
    }
  }
}
