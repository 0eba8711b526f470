package shop;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;

/** The same fault twice: once switched off with an annotation, once for a filter file to drop. */
public final class Tolerated {
  @SuppressFBWarnings(value = "ASYNC_UNAWAITED_FUTURE", justification = "best effort")
  public void annotated(Prices prices) {
    Runnable later = () -> prices.refresh("all");
    later.run();
  }

  public void filtered(Prices prices) {
    Runnable later = () -> prices.refresh("all");
    later.run();
  }
}
