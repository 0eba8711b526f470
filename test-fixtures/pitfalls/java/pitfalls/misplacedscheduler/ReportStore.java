package pitfalls.misplacedscheduler;

import org.springframework.jdbc.core.JdbcTemplate;

/** Where are reports kept? Behind a driver that blocks. */
public final class ReportStore {
  private final JdbcTemplate jdbc;

  public ReportStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Report load(String day) {
    return jdbc.queryForObject(
        "select day, cents from report where day = ?",
        (row, n) -> new Report(row.getString(1), row.getLong(2)),
        day);
  }

  public void save(Report report) {
    jdbc.update("insert into report values (?, ?)", report.day(), report.cents());
  }
}
