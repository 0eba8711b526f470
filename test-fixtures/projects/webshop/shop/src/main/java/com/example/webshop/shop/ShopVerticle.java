package com.example.webshop.shop;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web front: one server, the routes of every part of the shop. */
final class ShopVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(ShopVerticle.class);
  private static final long REPORT_MILLIS = 60_000;

  private final int port;
  private final CatalogRoutes catalog;
  private final CheckoutRoutes checkout;
  private final AccountRoutes accounts;
  private final FeedRoutes feeds;
  private long served;

  ShopVerticle(
      int port,
      CatalogRoutes catalog,
      CheckoutRoutes checkout,
      AccountRoutes accounts,
      FeedRoutes feeds) {
    this.port = port;
    this.catalog = catalog;
    this.checkout = checkout;
    this.accounts = accounts;
    this.feeds = feeds;
  }

  @Override
  public Future<HttpServer> start() {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            rc -> {
              served++;
              rc.next();
            });
    router.route().handler(BodyHandler.create(false));
    router.get("/health").handler(rc -> rc.end("open"));
    catalog.register(router);
    checkout.register(router);
    accounts.register(router);
    feeds.register(router);
    vertx.setPeriodic(REPORT_MILLIS, timer -> log.info("{} requests so far", served));
    return vertx.createHttpServer().requestHandler(router).listen(port);
  }
}
