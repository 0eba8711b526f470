package com.example.webshop.catalog;

/** A thing that the shop sells, with what is left of it. */
public record Product(String sku, String title, long cents, int stock) {
  public boolean available(int quantity) {
    return stock >= quantity;
  }
}
