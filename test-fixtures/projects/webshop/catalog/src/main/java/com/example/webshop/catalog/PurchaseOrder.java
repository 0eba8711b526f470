package com.example.webshop.catalog;

import java.util.List;

/** An order as the customer confirmed it. */
public record PurchaseOrder(String id, String customer, List<Line> lines) {
  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /** One position of an order. */
  public record Line(String sku, int quantity, long cents) {}
}
