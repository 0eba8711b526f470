package pitfalls.blockingoncommonpool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where are invoices kept? In a database and on a disk, by plain blocking calls. */
final class InvoiceArchive {
  private final JdbcTemplate database;
  private final Path folder;

  InvoiceArchive(JdbcTemplate database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  Invoice load(String id) {
    return database.queryForObject("select * from invoice where id=?", Invoice.class, id);
  }

  void print(Invoice invoice) {
    try {
      Files.writeString(folder.resolve(invoice.id()), invoice.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Invoice discounted(Invoice invoice) {
    return new Invoice(invoice.id(), invoice.customer(), invoice.cents() * 9 / 10);
  }
}
