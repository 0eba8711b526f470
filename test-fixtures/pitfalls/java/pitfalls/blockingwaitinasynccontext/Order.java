package pitfalls.blockingwaitinasynccontext;

/** What was ordered? */
public record Order(String id, String customer, long cents) {
  Order paid() {
    return new Order(id, customer, 0);
  }
}
