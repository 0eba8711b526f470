package pitfalls.blockingcallinasynccontext;

import org.springframework.jdbc.core.JdbcTemplate;

/** Which price does the database name? */
final class JdbcPriceCatalog implements PriceCatalog {
  private final JdbcTemplate jdbc;

  JdbcPriceCatalog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long priceOf(String sku) {
    return query("select cents from price where sku = ?", sku);
  }

  @Override
  public long discountOf(String customer) {
    return query("select percent from discount where customer = ?", customer);
  }

  private long query(String sql, String key) {
    Long found = jdbc.queryForObject(sql, Long.class, key);
    return found == null ? 0 : found;
  }
}
