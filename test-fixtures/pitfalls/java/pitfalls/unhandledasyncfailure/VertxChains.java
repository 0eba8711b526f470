package pitfalls.unhandledasyncfailure;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Futures of Vert.x: a handler of success alone leaves the request without an answer. */
final class VertxChains extends AbstractVerticle {
  private static final Logger log = LoggerFactory.getLogger(VertxChains.class);

  private final Pool pool;
  private final WebClient client;

  VertxChains(Pool pool, WebClient client) {
    this.pool = pool;
    this.client = client;
  }

  void answersOnSuccessOnly(RoutingContext rc) {
    pool.preparedQuery("select carrier from shipments where id = $1")
        .execute(Tuple.of(rc.pathParam("id")))
        .map(rows -> rows.iterator().next().getString(0))
        .onSuccess(rc::end); // expect: UnhandledAsyncFailure
  }

  void answersBothWays(RoutingContext rc) {
    pool.preparedQuery("select carrier from shipments where id = $1")
        .execute(Tuple.of(rc.pathParam("id")))
        .map(rows -> rows.iterator().next().getString(0))
        .onSuccess(rc::end)
        .onFailure(rc::fail);
  }

  void failureFirst(RoutingContext rc) {
    pool.query("select count(*) from shipments")
        .execute()
        .onFailure(rc::fail)
        .onSuccess(rows -> rc.end("" + rows.size()));
  }

  void listens(HttpServer server) {
    server
        .listen(8080)
        .onSuccess(ready -> log.info("port {}", ready.actualPort())); // expect: UnhandledAsyncFailure
  }

  void deploys(VertxChains other) {
    vertx
        .deployVerticle(other)
        .compose(id -> vertx.undeploy(id))
        .onSuccess(done -> log.info("gone again")); // expect: UnhandledAsyncFailure
  }

  void requestWithoutAnEnd(RoutingContext rc) {
    client
        .get(443, "carrier.example.org", "/rates")
        .ssl(true)
        .send()
        .onSuccess(response -> rc.end(response.bodyAsString())); // expect: UnhandledAsyncFailure
  }

  void replyOfTheEventBus() {
    vertx
        .eventBus()
        .<JsonObject>request("shipments.count", new JsonObject())
        .onSuccess(reply -> log.info("{}", reply.body())); // expect: UnhandledAsyncFailure
  }

  void recoveredBefore(RoutingContext rc) {
    vertx
        .fileSystem()
        .readFile("rates.json")
        .map(buffer -> buffer.toString())
        .otherwise("{}")
        .onSuccess(rc::end);
  }

  void outcomeInspected() {
    vertx
        .fileSystem()
        .readFile("rates.json")
        .onComplete(
            read -> {
              if (read.succeeded()) {
                log.info("{} bytes", read.result().length());
              } else {
                log.error("no rates", read.cause());
              }
            });
  }

  Future<String> logsOnTheWay(String path) {
    return vertx
        .fileSystem()
        .readFile(path)
        .onSuccess(buffer -> log.info("{} bytes", buffer.length()))
        .map(buffer -> buffer.toString());
  }

  void bodyOfARequest(RoutingContext rc) {
    rc.request().body().onSuccess(body -> rc.end("" + body.length()));
  }

  void promiseTakesTheFailure(HttpServer server, Promise<Void> started) {
    server
        .listen(8081)
        .onSuccess(ready -> started.complete())
        .onFailure(started::fail);
  }

  Future<Void> futureOfAPromise() {
    Promise<Void> stopped = Promise.promise();
    stopped.future().onSuccess(done -> log.info("stopped"));
    vertx.setTimer(1_000, timer -> stopped.complete());
    return stopped.future();
  }
}
