package com.example.desk;

import com.example.orders.Press;
import java.util.concurrent.CompletableFuture;

/** Takes orders at the counter. */
final class Desk {
  private final Press press;

  Desk(Press press) {
    this.press = press;
  }

  void take(String customer, String page) {
    press.print(customer, page); // expect: UnawaitedFuture
  }

  CompletableFuture<Void> takeAndTell(String customer, String page) {
    return press.print(customer, page);
  }
}
