package pitfalls.unawaitedfuture;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vert.x futures: starting, stopping and queries are to be waited for, responses are not. */
final class VertxService extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(VertxService.class);
  private static final String INSERT = "insert into orders (id, cents) values ($1, $2)";

  private final Pool pool;
  private HttpServer server;

  VertxService(Pool pool) {
    this.pool = pool;
  }

  @Override
  public void start() {
    server = vertx.createHttpServer().requestHandler(routes());
    server.listen(8080); // expect: UnawaitedFuture
  }

  @Override
  public void stop() {
    server.close(); // expect: UnawaitedFuture
  }

  private Router routes() {
    Router router = Router.router(vertx);
    router.get("/health").handler(rc -> rc.end("ok"));
    router.get("/order/:id").handler(rc -> rc.json(new Order(rc.pathParam("id"), "c", 1)));
    router.get("/old").handler(rc -> rc.redirect("/new"));
    router.post("/order").handler(this::create);
    router.route().last().handler(this::notFound);
    return router;
  }

  private void create(RoutingContext rc) {
    pool.preparedQuery(INSERT).execute(Tuple.of(rc.pathParam("id"), 0)); // expect: UnawaitedFuture
    rc.response().setStatusCode(202).end();
  }

  private void notFound(RoutingContext rc) {
    rc.response().setStatusCode(404).end("no such page");
  }

  static void deployed(Vertx vertx, Pool pool) {
    vertx.deployVerticle(new VertxService(pool)); // expect: UnawaitedFuture
  }

  static void undeployed(Vertx vertx, String deploymentId) {
    vertx.undeploy(deploymentId); // expect: UnawaitedFuture
  }

  static void closedInAShutdownHook(Vertx vertx) {
    Runtime.getRuntime().addShutdownHook(new Thread(vertx::close)); // expect: UnawaitedFuture
  }

  void requestedPeriodically() {
    vertx.setPeriodic(
        5_000, timer -> vertx.eventBus().request("stock.sync", "all")); // expect: UnawaitedFuture
  }

  Future<Integer> connectionGivenBackInOnComplete() {
    return pool.getConnection()
        .compose(
            connection ->
                countOrders(connection).onComplete(counted -> connection.close()));
  }

  Future<Integer> connectionClosedInEventually() {
    return pool.getConnection()
        .compose(connection -> countOrders(connection).eventually(() -> connection.close()));
  }

  private static Future<Integer> countOrders(SqlConnection connection) {
    return connection.query("select count(*) from orders").execute().map(rows -> rows.size());
  }

  static void listenWithBothOutcomes(HttpServer server) {
    server
        .listen(8080)
        .onComplete(
            ready -> log.info("listening on {}", ready.actualPort()),
            failure -> log.error("could not listen", failure));
  }

  static void resultInspected(HttpServer server) {
    server
        .listen(8081)
        .onComplete(
            result -> {
              if (result.failed()) {
                log.error("could not listen", result.cause());
              }
            });
  }

  static void endsInOnFailure(Vertx vertx, Pool pool) {
    vertx
        .deployVerticle(new VertxService(pool))
        .onFailure(failure -> log.error("could not deploy", failure));
  }

  static void startPromiseTakesTheOutcome(HttpServer server, Promise<Void> startPromise) {
    server.listen(8080).<Void>mapEmpty().onComplete(startPromise);
  }

  static Future<String> promiseInAFactory(WebClient client) {
    return Future.future(
        promise ->
            client
                .get(443, "rates.example.org", "/eur")
                .ssl(true)
                .send()
                .map(response -> response.bodyAsString())
                .onComplete(promise));
  }

  static Future<Void> closedAndReturned(Vertx vertx, String deploymentId) {
    return vertx.undeploy(deploymentId).compose(done -> vertx.close());
  }

  static void echo(Vertx vertx) {
    vertx
        .createNetServer()
        .connectHandler(socket -> socket.handler(buffer -> socket.write(buffer)))
        .listen(7000)
        .onFailure(failure -> log.error("no echo", failure));
  }
}
