package language;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.TimeUnit.*;

import java.util.concurrent.*;

/** Names: static imports, imports on demand, qualified names, fields and methods named alike. */
final class PackageAndNames {
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final Callable<String> name = () -> name();

  String name() {
    return "name";
  }

  CompletableFuture<String> staticImport() {
    return completedFuture("imported");
  }

  void staticImportOnDemand() throws InterruptedException {
    MILLISECONDS.sleep(1);
  }

  java.util.concurrent.CompletableFuture<String> qualified() {
    return java.util.concurrent.CompletableFuture.supplyAsync(
        () -> java.lang.String.valueOf(1));
  }

  Future<?> onDemand() {
    return scheduler.schedule(() -> name(), 1, SECONDS);
  }

  String fieldAndMethod() throws Exception {
    return name.call() + name() + this.name();
  }

  long staticThroughInstance(Thread thread) throws InterruptedException {
    thread.sleep(1);
    return thread.getId();
  }

  static void sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  static void ownMethodShadowsNothing() throws InterruptedException {
    sleep(2);
  }

  void inheritedFromObject() {
    hashCode();
    getClass().getName();
    this.toString();
  }

  int arrayMembers(int[] values) {
    return values.length + values.clone().length;
  }
}

/** A second top-level class in the same file. */
final class SecondInFile {
  String use(PackageAndNames names) {
    return names.name();
  }
}
