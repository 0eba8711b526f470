package pitfalls.blockingcallinasynccontext;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Is a wait found that lies behind helpers, interfaces, constructors and streams? */
final class ThroughHelpers {
  private final Vertx vertx;
  private final CartRepository carts;
  private final PriceCatalog prices;
  private final TaxTable taxes;
  private final StockLevels stock;
  private final JdbcTemplate jdbc;

  ThroughHelpers(
      Vertx vertx,
      CartRepository carts,
      PriceCatalog prices,
      TaxTable taxes,
      StockLevels stock,
      JdbcTemplate jdbc) {
    this.vertx = vertx;
    this.carts = carts;
    this.prices = prices;
    this.taxes = taxes;
    this.stock = stock;
    this.jdbc = jdbc;
  }

  void privateHelperInHandler(Router router) {
    router
        .get("/carts/count")
        .handler(rc -> rc.json(countCarts())); // expect: BlockingCallInAsyncContext definite
  }

  void privateHelperOnWorker(Router router) {
    router
        .get("/carts/count/worker")
        .handler(
            rc ->
                vertx.executeBlocking(() -> countCarts()).onSuccess(rc::json).onFailure(rc::fail));
  }

  private Integer countCarts() {
    return jdbc.queryForObject("select count(*) from cart", Integer.class);
  }

  void threeHelpersDeep(Router router) {
    router
        .get("/carts/:id/invoice")
        .handler(
            rc ->
                rc.end(
                    invoiceFor(rc.pathParam("id")))); // expect: BlockingCallInAsyncContext definite
  }

  private String invoiceFor(String id) {
    Cart cart = pricedCart(id);
    return cart.summary() + " " + cart.cents();
  }

  private Cart pricedCart(String id) {
    Cart cart = carts.load(id);
    return cart.withCents(total(cart));
  }

  private long total(Cart cart) {
    long sum = 0;
    for (String sku : cart.skus()) {
      sum += prices.priceOf(sku);
    }
    return sum;
  }

  void helperInMemory(Router router) {
    router
        .get("/carts/:id/label")
        .handler(rc -> rc.end(labelFor(carts.recent(rc.pathParam("id")))));
  }

  private String labelFor(Cart cart) {
    return String.join(", ", cart.skus()) + " (" + taxes.percentFor(cart.customer()) + " %)";
  }

  void soleImplementationBlocks(Router router) {
    router
        .get("/price/:sku")
        .handler(
            rc ->
                rc.json(prices.priceOf(rc.pathParam("sku")))); // expect: BlockingCallInAsyncContext
  }

  void soleImplementationOnWorker(Router router) {
    router
        .get("/price/:sku/worker")
        .blockingHandler(rc -> rc.json(prices.priceOf(rc.pathParam("sku"))));
  }

  void soleImplementationInMemory(Router router) {
    router.get("/tax/:country").handler(rc -> rc.json(taxes.percentFor(rc.pathParam("country"))));
  }

  void oneOfTwoImplementations(Router router) {
    router.get("/stock/:sku").handler(rc -> rc.json(stock.left(rc.pathParam("sku"))));
  }

  void exactTypeOfTwoImplementations(Router router, StockLevels.Counted counted) {
    router
        .get("/stock/:sku/exact")
        .handler(
            rc ->
                rc.json(
                    counted.left( // expect: BlockingCallInAsyncContext definite
                        rc.pathParam("sku"))));
  }

  void exactTypeInMemory(Router router, StockLevels.Mirrored mirrored) {
    router.get("/stock/:sku/mirror").handler(rc -> rc.json(mirrored.left(rc.pathParam("sku"))));
  }

  void constructorReadsFile(Router router, Path file) {
    router
        .get("/invoice/:id")
        .handler(
            rc -> {
              var template = new InvoiceTemplate(file); // expect: BlockingCallInAsyncContext
              rc.end(template.render(carts.recent(rc.pathParam("id"))));
            });
  }

  void constructorFromText(Router router) {
    router
        .get("/receipt/:id")
        .handler(
            rc -> {
              InvoiceTemplate template = new InvoiceTemplate("{cart}: {cents}");
              rc.end(template.render(carts.recent(rc.pathParam("id"))));
            });
  }

  void constructorBeforeTheHandler(Router router, Path file) {
    InvoiceTemplate template = new InvoiceTemplate(file);
    router
        .get("/invoice/:id/early")
        .handler(rc -> rc.end(template.render(carts.recent(rc.pathParam("id")))));
  }

  void staticHelperOfAnotherFile(Router router, Path audit) {
    router
        .get("/audit/last")
        .handler(
            rc -> rc.end(AuditLog.lastEntry(audit))); // expect: BlockingCallInAsyncContext definite
  }

  void staticHelperOnWorker(Router router, Path audit) {
    router.get("/audit/last/worker").blockingHandler(rc -> rc.end(AuditLog.lastEntry(audit)));
  }

  void helperInsideStreamOfTheHandler(Router router) {
    router
        .get("/carts")
        .handler(
            rc -> {
              List<String> ids = rc.queryParam("id");
              List<Cart> found =
                  ids.stream()
                      .map(carts::load) // expect: BlockingCallInAsyncContext
                      .collect(Collectors.toList());
              rc.json(found);
            });
  }

  void streamOfTheHandlerInMemory(Router router) {
    router
        .get("/carts/recent")
        .handler(rc -> rc.json(rc.queryParam("id").stream().map(carts::recent).toList()));
  }

  void handlerOfAnotherObject(Router router) {
    router
        .get("/carts/:id/price")
        .handler(new PriceHandler(prices)::show); // expect: BlockingCallInAsyncContext
    router.get("/carts/:id/tax").handler(new PriceHandler(prices)::usage);
  }

  /** What does a price page show? */
  private static final class PriceHandler {
    private final PriceCatalog prices;

    PriceHandler(PriceCatalog prices) {
      this.prices = prices;
    }

    void show(RoutingContext rc) {
      rc.json(prices.discountOf(rc.pathParam("id")));
    }

    void usage(RoutingContext rc) {
      rc.end("GET /carts/{id}/price");
    }
  }
}
