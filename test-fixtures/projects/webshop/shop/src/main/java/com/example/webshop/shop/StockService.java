package com.example.webshop.shop;

import com.example.webshop.catalog.Product;
import com.example.webshop.catalog.ProductDao;
import com.example.webshop.catalog.PurchaseOrder.Line;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is in the warehouse, for handlers on the event loop. */
final class StockService {
  private final ProductDao products;
  private final Offload offload;
  private final Map<String, Future<Optional<Product>>> loading = new ConcurrentHashMap<>();

  StockService(ProductDao products, Offload offload) {
    this.products = products;
    this.offload = offload;
  }

  Future<Integer> left(String sku) {
    return Future.succeededFuture(products.stock(sku)); // expect: FakeAsync
  }

  Future<Boolean> available(Line line) {
    return offload
        .call("stock", () -> products.stock(line.sku()))
        .map(stock -> stock >= line.quantity());
  }

  Future<Boolean> reserve(Line line) {
    return offload.call("reserve", () -> products.reserve(line.sku(), line.quantity()));
  }

  /** Requests for the same product share one query. */
  Future<Optional<Product>> product(String sku) {
    return loading
        .computeIfAbsent(sku, key -> offload.call("product", () -> products.find(key)))
        .onComplete(done -> loading.remove(sku));
  }
}
