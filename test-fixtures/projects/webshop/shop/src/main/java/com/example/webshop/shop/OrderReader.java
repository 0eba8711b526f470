package com.example.webshop.shop;

import com.example.webshop.catalog.PurchaseOrder;
import com.example.webshop.catalog.PurchaseOrder.Line;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Turns the body of a request into an order. */
final class OrderReader {
  private OrderReader() {}

  static PurchaseOrder read(JsonObject body) {
    List<Line> lines =
        body.getJsonArray("lines").stream()
            .map(JsonObject.class::cast)
            .map(OrderReader::line)
            .toList();
    return new PurchaseOrder(UUID.randomUUID().toString(), body.getString("customer"), lines);
  }

  private static Line line(JsonObject line) {
    return new Line(line.getString("sku"), line.getInteger("quantity"), line.getLong("cents"));
  }
}
