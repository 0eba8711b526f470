package pitfalls.blockingcallinasynccontext;

import io.vertx.core.Handler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Handlers of Vert.x that a program runs on workers of its own, and some that it hands to Vert.x. */
class OwnWorkerLoop {
  private final ExecutorService worker;
  private final Path journal;
  private final List<Handler<String>> listeners = new ArrayList<>();

  OwnWorkerLoop(ExecutorService worker, Path journal) {
    this.worker = worker;
    this.journal = journal;
  }

  /** Subclasses count what is queued. */
  protected void onWorker(Handler<Void> task) {
    worker.submit(() -> task.handle(null)); // expect: DroppedTaskFailure
  }

  void deletesOnWorker() {
    onWorker(
        ignored -> {
          try {
            Files.deleteIfExists(journal);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  void keptForLater() {
    listeners.add(
        order -> {
          try {
            Files.writeString(journal, order);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  Handler<String> handedToWhoeverAsks() {
    return order -> {
      try {
        Files.writeString(journal, order); // expect: BlockingCallInAsyncContext definite
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }
}
