package pitfalls.fakeasync;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where do profiles live? Synchronous, with a cache beside the database. */
public final class ProfileRepository {
  private final JdbcTemplate jdbc;
  private final Map<String, Profile> cache = new ConcurrentHashMap<>();

  public ProfileRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Profile load(String id) {
    return jdbc.queryForObject(
        "select id, name, country from profile where id = ?",
        (row, n) -> new Profile(row.getString(1), row.getString(2), row.getString(3)),
        id);
  }

  public void save(Profile profile) {
    jdbc.update("update profile set name = ? where id = ?", profile.name(), profile.id());
  }

  public Optional<Profile> cached(String id) {
    return Optional.ofNullable(cache.get(id));
  }

  public static Profile blank(String id) {
    return Profile.unknown(id);
  }
}
