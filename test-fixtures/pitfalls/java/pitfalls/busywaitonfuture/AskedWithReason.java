package pitfalls.busywaitonfuture;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Is a future asked once, or in a loop that has something to do? */
final class AskedWithReason {
  private final Queue<String> lines;
  private final Consumer<String> progress;

  AskedWithReason(Queue<String> lines, Consumer<String> progress) {
    this.lines = lines;
    this.progress = progress;
  }

  String once(CompletableFuture<String> export) {
    return export.isDone() ? export.join() : "running";
  }

  int eachOfMany(List<Future<String>> exports) {
    int done = 0;
    for (Future<String> export : exports) {
      if (export.isDone()) {
        done++;
      }
    }
    return done;
  }

  void removesFinished(List<Future<String>> exports) {
    for (Iterator<Future<String>> it = exports.iterator(); it.hasNext(); ) {
      if (it.next().isDone()) {
        it.remove();
      }
    }
  }

  void worksMeanwhile(CompletableFuture<String> export) {
    while (!export.isDone()) {
      String line = lines.poll();
      if (line != null) {
        progress.accept(line);
      }
    }
  }

  void reportsProgress(CompletableFuture<String> export) throws InterruptedException {
    while (!export.isDone()) {
      progress.accept("still running");
      Thread.sleep(1_000);
    }
  }

  String waitsWithTimeout(CompletableFuture<String> export) throws Exception {
    while (true) {
      try {
        return export.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        progress.accept("still running");
      }
    }
  }

  List<String> finished(List<CompletableFuture<String>> exports) {
    List<String> names = new ArrayList<>();
    for (CompletableFuture<String> export : exports) {
      if (export.isDone() && !export.isCompletedExceptionally()) {
        names.add(export.join());
      }
    }
    return names;
  }

  boolean stopsWhenCancelled(CompletableFuture<Void> stop) {
    int sent = 0;
    while (!stop.isCancelled() && sent < 100) {
      progress.accept(lines.poll());
      sent++;
    }
    return stop.isCancelled();
  }

  CompletableFuture<Void> composed(CompletableFuture<String> export) {
    return export.thenAccept(progress);
  }

  void newFutureEachRound(List<String> names) throws InterruptedException {
    for (String name : names) {
      CompletableFuture<String> export = CompletableFuture.supplyAsync(name::trim);
      if (!export.isDone()) {
        Thread.sleep(1);
      }
    }
  }

  boolean all(List<Future<String>> exports) {
    return exports.stream().allMatch(Future::isDone);
  }
}
