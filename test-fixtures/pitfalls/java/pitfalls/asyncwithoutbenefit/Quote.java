package pitfalls.asyncwithoutbenefit;

/** What does a product cost today? */
public record Quote(String product, long cents) {
  Quote discounted(int percent) {
    return new Quote(product, cents * (100 - percent) / 100);
  }

  static Quote parse(String line) {
    int colon = line.indexOf(':');
    return new Quote(line.substring(0, colon), Long.parseLong(line.substring(colon + 1)));
  }
}
