package pitfalls.blockingcallinasynccontext;

import java.util.List;

/** What does a customer want to buy? */
public record Cart(String id, String customer, List<String> skus, long cents) {
  static Cart empty(String id) {
    return new Cart(id, "", List.of(), 0);
  }

  Cart withCents(long total) {
    return new Cart(id, customer, skus, total);
  }

  String summary() {
    return id + ": " + skus.size() + " items";
  }
}
