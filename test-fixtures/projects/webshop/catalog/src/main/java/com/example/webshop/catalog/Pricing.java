package com.example.webshop.catalog;

import com.example.webshop.catalog.PurchaseOrder.Line;

/** What an order costs: arithmetic only. */
public final class Pricing {
  private static final long FREE_SHIPPING_FROM = 50_00;

  private final long shippingCents;

  public Pricing(long shippingCents) {
    this.shippingCents = shippingCents;
  }

  public long total(PurchaseOrder order, int discountPercent) {
    long goods = 0;
    for (Line line : order.lines()) {
      goods += line.cents() * line.quantity();
    }
    long reduced = goods - goods * discountPercent / 100;
    return reduced >= FREE_SHIPPING_FROM ? reduced : reduced + shippingCents;
  }
}
