package com.example.webshop.storage;

import java.nio.charset.StandardCharsets;

/** What the customer gets on paper. */
public record Receipt(String orderId, String customer, String text) {
  byte[] content() {
    return (customer + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  static Receipt parse(String orderId, byte[] content) {
    String[] parts = new String(content, StandardCharsets.UTF_8).split("\n", 2);
    return new Receipt(orderId, parts[0], parts.length > 1 ? parts[1] : "");
  }
}
