package pitfalls.blockingcallinasynccontext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What does an invoice look like? The constructor from a path reads the file. */
final class InvoiceTemplate {
  private final String text;

  InvoiceTemplate(Path file) {
    try {
      this.text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InvoiceTemplate(String text) {
    this.text = text.strip();
  }

  String render(Cart cart) {
    return text.replace("{cart}", cart.id()).replace("{cents}", Long.toString(cart.cents()));
  }
}
