package pitfalls.blockingcallinasynccontext;

import io.vertx.ext.web.Router;
import org.springframework.core.convert.converter.Converter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Is a library's interface taken for the one class of the program that implements it? */
final class InterfacesOfLibraries {
  private final Converter<String, String> names;

  InterfacesOfLibraries(Converter<String, String> names) {
    this.names = names;
  }

  void whoseConverterIsNotKnown(Router router) {
    router.get("/customers/:id").handler(rc -> rc.end(names.convert(rc.pathParam("id"))));
  }

  void theConverterThatBlocks(Router router, JdbcTemplate jdbc) {
    Converter<String, String> stored = new StoredNames(jdbc);
    router
        .get("/customers/:id/name")
        .handler(
            rc ->
                rc.end(
                    stored.convert( // expect: BlockingCallInAsyncContext definite
                        rc.pathParam("id"))));
  }

  private static final class StoredNames implements Converter<String, String> {
    private final JdbcTemplate jdbc;

    StoredNames(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public String convert(String id) {
      return jdbc.queryForObject("select name from customer where id = ?", String.class, id);
    }
  }
}
