package pitfalls.eagerpublisherargument;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where do tickets live? Synchronous, with a cache beside the database. */
public final class TicketStore {
  private final JdbcTemplate jdbc;
  private final Map<String, Ticket> cache = new ConcurrentHashMap<>();

  public TicketStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Ticket load(String id) {
    return jdbc.queryForObject(
        "select id, subject from ticket where id = ?",
        (row, n) -> new Ticket(row.getString(1), row.getString(2)),
        id);
  }

  public List<String> subjects() {
    return jdbc.queryForList("select subject from ticket", String.class);
  }

  public Ticket cached(String id) {
    return cache.getOrDefault(id, Ticket.unknown(id));
  }
}
