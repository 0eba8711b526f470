package pitfalls.blockingcallinasynccontext;

/** What does an article cost? One implementation in this build, and it asks the database. */
public interface PriceCatalog {
  long priceOf(String sku);

  long discountOf(String customer);
}
