package pitfalls.unsafestateacrossasync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** One-element arrays, counters and string builders that callbacks write to. */
final class CountersAndHolders {
  record Invoice(String id, long cents) {}

  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  private CompletableFuture<Invoice> fetch(String id) {
    return CompletableFuture.supplyAsync(() -> new Invoice(id, id.length()), pool);
  }

  private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> parts) {
    return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
  }

  CompletableFuture<Long> totalInArray(List<String> ids) {
    long[] total = new long[1];
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(
          fetch(id)
              .thenAccept(
                  invoice -> total[0] += invoice.cents())); // expect: UnsafeStateAcrossAsync
    }
    return all(parts).thenApply(done -> total[0]);
  }

  CompletableFuture<Integer> counterInArray(List<String> ids) {
    final int[] paid = {0};
    List<CompletableFuture<Void>> parts =
        ids.stream()
            .map(
                id ->
                    fetch(id)
                        .thenAccept(
                            invoice -> {
                              if (invoice.cents() > 0) {
                                paid[0]++; // expect: UnsafeStateAcrossAsync
                              }
                            }))
            .toList();
    return all(parts).thenApply(done -> paid[0]);
  }

  CompletableFuture<String> reportInStringBuilder(List<String> ids) {
    StringBuilder report = new StringBuilder("Invoices\n");
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(
          fetch(id)
              .thenAccept(
                  invoice -> report.append(invoice.id()))); // expect: UnsafeStateAcrossAsync
    }
    return all(parts).thenApply(done -> report.toString());
  }

  boolean anyOverdue(List<String> ids) throws InterruptedException {
    CountDownLatch open = new CountDownLatch(ids.size());
    int[] overdue = new int[1];
    for (String id : ids) {
      pool.execute(
          () -> {
            if (id.startsWith("overdue")) {
              overdue[0]++; // expect: UnsafeStateAcrossAsync definite
            }
            open.countDown();
          });
    }
    open.await();
    return overdue[0] > 0;
  }

  // Silent from here on.

  CompletableFuture<Long> totalInAtomic(List<String> ids) {
    AtomicLong total = new AtomicLong();
    List<CompletableFuture<Long>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(fetch(id).thenApply(invoice -> total.addAndGet(invoice.cents())));
    }
    return all(parts).thenApply(done -> total.get());
  }

  CompletableFuture<Long> totalInAdder(List<String> ids) {
    LongAdder total = new LongAdder();
    AtomicBoolean seen = new AtomicBoolean();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(
          fetch(id)
              .thenAccept(
                  invoice -> {
                    total.add(invoice.cents());
                    seen.set(true);
                  }));
    }
    return all(parts).thenApply(done -> seen.get() ? total.sum() : 0);
  }

  CompletableFuture<String> reportInStringBuffer(List<String> ids) {
    StringBuffer report = new StringBuffer();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String id : ids) {
      parts.add(fetch(id).thenAccept(invoice -> report.append(invoice.id())));
    }
    return all(parts).thenApply(done -> report.toString());
  }

  /** One callback writes, and the caller reads after it has waited for that callback. */
  long singleWriterThenJoin(String id) {
    long[] cents = new long[1];
    CompletableFuture<Void> done = fetch(id).thenAccept(invoice -> cents[0] = invoice.cents());
    done.join();
    return cents[0];
  }

  long singleWriterThenAllOf(String id, String unrelated) {
    long[] cents = new long[1];
    CompletableFuture<Void> written = fetch(id).thenAccept(i -> cents[0] = i.cents());
    CompletableFuture<Invoice> other = fetch(unrelated);
    CompletableFuture.allOf(written, other).join();
    return cents[0];
  }

  long singleWriterThenLatch(String id) throws InterruptedException {
    long[] cents = new long[1];
    CountDownLatch done = new CountDownLatch(1);
    pool.execute(
        () -> {
          cents[0] = id.length();
          done.countDown();
        });
    done.await();
    return cents[0];
  }

  /** The holder travels down one chain: every stage sees what the one before wrote. */
  CompletableFuture<String> holderInOneChain(String id) {
    Invoice[] found = new Invoice[1];
    return fetch(id)
        .thenApply(
            invoice -> {
              found[0] = invoice;
              return invoice.id() + "-copy";
            })
        .thenCompose(this::fetch)
        .thenApply(copy -> found[0].id() + "/" + copy.id());
  }

  /** Every slot has one writer. */
  CompletableFuture<long[]> ownSlotPerTask(List<String> ids) {
    long[] cents = new long[ids.size()];
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (int i = 0; i < cents.length; i++) {
      int slot = i;
      parts.add(fetch(ids.get(i)).thenAccept(invoice -> cents[slot] = invoice.cents()));
    }
    return all(parts).thenApply(done -> cents);
  }
}
