package com.example.webshop.shop;

import com.example.webshop.catalog.OrderDao;
import com.example.webshop.catalog.Pricing;
import com.example.webshop.catalog.PurchaseOrder;
import com.example.webshop.storage.Receipt;
import com.example.webshop.storage.ReceiptArchive;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the cart to the order: the careless way and the express way. */
final class CheckoutRoutes {
  private static final Logger log = LoggerFactory.getLogger(CheckoutRoutes.class);

  private final OrderDao orders;
  private final Pricing pricing;
  private final Coupons coupons;
  private final ReceiptArchive archive;
  private final StockService stock;
  private final Offload offload;

  CheckoutRoutes(
      OrderDao orders,
      Pricing pricing,
      Coupons coupons,
      ReceiptArchive archive,
      StockService stock,
      Offload offload) {
    this.orders = orders;
    this.pricing = pricing;
    this.coupons = coupons;
    this.archive = archive;
    this.stock = stock;
    this.offload = offload;
  }

  void register(Router router) {
    router.post("/orders").handler(this::order); // expect: BlockingCallInAsyncContext
    router.post("/express/orders").handler(this::express);
    router.delete("/orders/:id").handler(this::cancel);
  }

  private void order(RoutingContext rc) {
    PurchaseOrder order = OrderReader.read(rc.body().asJsonObject());
    int discount = coupons.discount(coupon(rc));
    order.lines().forEach(stock::reserve); // expect: UnawaitedFuture
    save(order, discount)
        .onSuccess(
            cents -> {
              archive.store(receipt(order, cents)); // expect: UnawaitedFuture
              confirm(rc, order, cents);
            })
        .onFailure(rc::fail);
  }

  private void express(RoutingContext rc) {
    PurchaseOrder order = OrderReader.read(rc.body().asJsonObject());
    String coupon = coupon(rc);
    reserveAll(order)
        .compose(reserved -> offload.call("coupon", () -> coupons.discount(coupon)))
        .compose(discount -> save(order, discount))
        .compose(cents -> archived(order, cents).map(cents))
        .onSuccess(cents -> confirm(rc, order, cents))
        .onFailure(rc::fail);
  }

  private void cancel(RoutingContext rc) {
    String id = rc.pathParam("id");
    offload.inBackground("cancel", () -> orders.cancel(id));
    archive
        .withdraw(id)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.warn("receipt of cancelled order {} is still there", id, failure);
              }
            });
    rc.response().setStatusCode(202).end();
  }

  private Future<Void> reserveAll(PurchaseOrder order) {
    List<Future<Boolean>> reservations = order.lines().stream().map(stock::reserve).toList();
    return Future.all(reservations)
        .compose(
            all ->
                all.<Boolean>list().contains(false)
                    ? Future.failedFuture(new IllegalStateException("sold out"))
                    : Future.succeededFuture());
  }

  private Future<Long> save(PurchaseOrder order, int discount) {
    long cents = pricing.total(order, discount);
    return offload.call(
        "save",
        () -> {
          orders.insert(order, cents);
          return cents;
        });
  }

  private Future<String> archived(PurchaseOrder order, long cents) {
    return Future.fromCompletionStage(archive.store(receipt(order, cents)));
  }

  private static Receipt receipt(PurchaseOrder order, long cents) {
    return new Receipt(order.id(), order.customer(), "Total: " + cents + " cents");
  }

  private static void confirm(RoutingContext rc, PurchaseOrder order, long cents) {
    rc.response().setStatusCode(201);
    rc.json(new JsonObject().put("order", order.id()).put("cents", cents));
  }

  private static String coupon(RoutingContext rc) {
    return rc.queryParam("coupon").stream().findFirst().orElse("");
  }
}
