package pitfalls.droppedtaskfailure;

import java.io.IOException;
import java.util.List;

/** Where invoices are kept; nobody implements it here. */
interface InvoiceStore {
  void save(Invoice invoice) throws IOException;

  List<Invoice> open(String customer);

  void archive(Invoice invoice);
}
