package com.example.webshop.shop;

/** Knows what a coupon is worth. */
interface Coupons {
  /** The discount in percent; 0 for a code that is unknown. */
  int discount(String code);
}
