package pitfalls.blockingcallinasynccontext;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many are left? Of its two implementations only one waits. */
public interface StockLevels {
  int left(String sku);

  /** What does the database count? */
  final class Counted implements StockLevels {
    private final JdbcTemplate jdbc;

    Counted(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public int left(String sku) {
      Integer left = jdbc.queryForObject("select n from stock where sku = ?", Integer.class, sku);
      return left == null ? 0 : left;
    }
  }

  /** What did the last message say? */
  final class Mirrored implements StockLevels {
    private final Map<String, Integer> levels = new ConcurrentHashMap<>();

    @Override
    public int left(String sku) {
      return levels.getOrDefault(sku, 0);
    }
  }
}
