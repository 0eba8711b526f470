package com.example.webshop.shop;

import com.example.webshop.catalog.Product;
import com.example.webshop.catalog.ProductDao;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Browsing: products, prices, stock. */
final class CatalogRoutes {
  private final ProductDao products;
  private final StockService stock;
  private final Offload offload;
  private final Timings timings;

  CatalogRoutes(ProductDao products, StockService stock, Offload offload, Timings timings) {
    this.products = products;
    this.stock = stock;
    this.offload = offload;
    this.timings = timings;
  }

  void register(Router router) {
    router
        .get("/products")
        .handler(
            rc -> {
              List<Product> all =
                  timings.timed("products", products::all); // expect: BlockingCallInAsyncContext
              rc.json(json(all));
            });
    router
        .get("/products/:sku")
        .handler(
            rc -> {
              Optional<Product> found =
                  products.find(rc.pathParam("sku")); // expect: BlockingCallInAsyncContext
              show(rc, found);
            });
    router
        .get("/products/:sku/stock")
        .handler(
            rc ->
                stock
                    .left(rc.pathParam("sku"))
                    .onSuccess(left -> rc.json(new JsonObject().put("left", left)))
                    .onFailure(rc::fail));
    router.get("/fast/products").handler(this::list);
    router
        .get("/fast/products/:sku")
        .handler(
            rc ->
                stock
                    .product(rc.pathParam("sku"))
                    .onSuccess(found -> show(rc, found))
                    .onFailure(rc::fail));
  }

  private void list(RoutingContext rc) {
    offload
        .call("products", () -> timings.timed("products", products::all))
        .map(CatalogRoutes::json)
        .onSuccess(rc::json)
        .onFailure(rc::fail);
  }

  private static void show(RoutingContext rc, Optional<Product> found) {
    if (found.isPresent()) {
      rc.json(json(found.get()));
    } else {
      rc.fail(404);
    }
  }

  private static JsonArray json(List<Product> products) {
    JsonArray list = new JsonArray();
    products.forEach(product -> list.add(json(product)));
    return list;
  }

  private static JsonObject json(Product product) {
    return new JsonObject()
        .put("sku", product.sku())
        .put("title", product.title())
        .put("cents", product.cents())
        .put("available", product.available(1));
  }
}
