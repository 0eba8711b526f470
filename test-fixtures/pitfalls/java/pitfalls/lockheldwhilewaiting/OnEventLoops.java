package pitfalls.lockheldwhilewaiting;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;

/** Which finding is it when the thread must not block either? The lock's: it hurts every thread. */
final class OnEventLoops {
  private final RateClient client;
  private final List<Rate> history = new ArrayList<>();

  OnEventLoops(RateClient client) {
    this.client = client;
  }

  void waitsInHandler(Router router) {
    router
        .get("/rates/:currency")
        .handler(
            rc -> {
              synchronized (history) {
                history.add(
                    client.fetch(rc.pathParam("currency")).join()); // expect: LockHeldWhileWaiting
                rc.json(history);
              }
            });
  }

  void shortSectionInHandler(Router router) {
    router
        .get("/rates")
        .handler(
            rc -> {
              synchronized (history) {
                rc.json(new ArrayList<>(history));
              }
            });
  }

  void inExecuteBlocking(Vertx vertx, Router router) {
    router
        .get("/rates/:currency/worker")
        .handler(
            rc ->
                vertx
                    .executeBlocking(() -> newest(rc.pathParam("currency")))
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  private Rate newest(String currency) {
    synchronized (history) {
      Rate rate = client.fetch(currency).join(); // expect: LockHeldWhileWaiting
      history.add(rate);
      return rate;
    }
  }

  void composed(Router router) {
    router
        .get("/rates/:currency/composed")
        .handler(
            rc ->
                client
                    .fetchWithVertx(rc.pathParam("currency"))
                    .onSuccess(this::remember)
                    .onSuccess(rc::json)
                    .onFailure(rc::fail));
  }

  private void remember(Rate rate) {
    synchronized (history) {
      history.add(rate);
    }
  }
}
