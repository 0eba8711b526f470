package pitfalls.threadlocalacrossasync;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A tenant that a filter puts into a ThreadLocal, and ThreadLocals that are caches. */
final class OwnThreadLocals {
  static final class Tenants {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

    private Tenants() {}

    static void enter(String tenant) {
      CURRENT.set(tenant);
      INHERITED.set(tenant);
    }

    static String current() {
      return CURRENT.get();
    }

    static String inherited() {
      return INHERITED.get();
    }

    static void leave() {
      CURRENT.remove();
      INHERITED.remove();
    }
  }

  interface Invoices {
    int count(String tenant);

    String print(String tenant, String date);
  }

  private static final ThreadLocal<SimpleDateFormat> FORMAT =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
  private static final ThreadLocal<StringBuilder> BUFFER = new ThreadLocal<>();

  private final Invoices invoices;
  private final Executor direct = Runnable::run;
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  OwnThreadLocals(Invoices invoices) {
    this.invoices = invoices;
  }

  CompletableFuture<Integer> countOnThePool() {
    return CompletableFuture.supplyAsync(
        () -> invoices.count(Tenants.current()), pool); // expect: ThreadLocalAcrossAsync likely
  }

  CompletableFuture<Integer> countOnTheCommonPool() {
    return CompletableFuture.supplyAsync(
        () -> {
          String tenant = Tenants.current(); // expect: ThreadLocalAcrossAsync likely
          return invoices.count(tenant);
        });
  }

  CompletableFuture<Integer> enteredAgain(String tenant) {
    return CompletableFuture.supplyAsync(
        () -> {
          Tenants.enter(tenant);
          try {
            return invoices.count(Tenants.current());
          } finally {
            Tenants.leave();
          }
        },
        pool);
  }

  CompletableFuture<String> cachePerThread(String tenant, Date date) {
    return CompletableFuture.supplyAsync(
        () -> invoices.print(tenant, FORMAT.get().format(date)), pool);
  }

  private static StringBuilder buffer() {
    StringBuilder builder = BUFFER.get();
    if (builder == null) {
      builder = new StringBuilder(512);
      BUFFER.set(builder);
    }
    builder.setLength(0);
    return builder;
  }

  CompletableFuture<String> cacheFilledOnDemand(String tenant) {
    return CompletableFuture.supplyAsync(
        () -> invoices.print(tenant, buffer().append("today").toString()), pool);
  }

  void inheritedByANewThread() {
    new Thread(() -> invoices.count(Tenants.inherited())).start();
  }

  int readByTheCaller() {
    return invoices.count(Tenants.current());
  }

  void runInTheCaller() {
    direct.execute(() -> invoices.count(Tenants.current()));
  }
}
