package io.github.asynclint.runtime;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happens in the handlers of the routes that a fixture's method adds? */
final class VertxServer {
  private static final String FAILING = "/failing-on-purpose";

  private final Vertx vertx;
  private final Watch watch;
  private final Router router;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  VertxServer(Vertx vertx, Watch watch) {
    this.vertx = vertx;
    this.watch = watch;
    this.router = Router.router(vertx);
    BodyHandler body = BodyHandler.create(false);
    router
        .route()
        .handler(
            rc -> {
              if (Boolean.parseBoolean(rc.request().getHeader(Requests.READ_BODY))) {
                body.handle(rc);
              } else {
                rc.next();
              }
            });
    router.route(FAILING).handler(rc -> rc.fail(500));
    router.errorHandler(500, this::failed);
  }

  Router router() {
    return router;
  }

  /** Asks for every route and gives what went wrong, hanging included. */
  List<Throwable> visit(Duration limit) {
    List<Route> routes = router.getRoutes().subList(2, router.getRoutes().size());
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    Requests requests = new Requests(server.actualPort(), limit);
    List<Throwable> all = new ArrayList<>();
    for (Route route : routes) {
      String path =
          Optional.ofNullable(route.getPath()).orElse(FAILING).replaceAll(":[A-Za-z]+", "1");
      String method =
          Optional.ofNullable(route.methods())
              .flatMap(methods -> methods.stream().findFirst())
              .map(Object::toString)
              .orElse("GET");
      List<Throwable> failed = failures(requests, method, path, false);
      // Some handlers want the body read before, some read it themselves.
      if (!method.equals("GET") && failures(requests, method, path, true).isEmpty()) {
        continue;
      }
      all.addAll(failed);
    }
    return all;
  }

  private List<Throwable> failures(
      Requests requests, String method, String path, boolean readBodyFirst) {
    failures.clear();
    if (requests.send(method, path, readBodyFirst) == 0) {
      failures.add(new IllegalStateException("no answer from " + path));
    }
    return List.copyOf(failures);
  }

  private void failed(RoutingContext rc) {
    Optional.ofNullable(rc.failure())
        .ifPresent(
            failure -> {
              failures.add(failure);
              watch.refused(failure);
            });
    rc.response().setStatusCode(500).end();
  }
}
