package shop;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.util.concurrent.CompletableFuture;

/** The same fault twice: once switched off with an annotation, once for a filter file to drop. */
public final class Tolerated {
  @SuppressFBWarnings(value = "ASYNC_UNAWAITED_FUTURE", justification = "best effort")
  public void annotated(Runnable task) {
    Runnable later = () -> CompletableFuture.runAsync(task);
    later.run();
  }

  public void filtered(Runnable task) {
    Runnable later = () -> CompletableFuture.runAsync(task);
    later.run();
  }
}
