package com.example.webshop.shop;

import com.example.webshop.catalog.OrderDao;
import com.example.webshop.storage.ReceiptArchive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what has not been shipped; it has threads of its own and may wait on them. */
final class NightlyReport {
  private static final Logger log = LoggerFactory.getLogger(NightlyReport.class);

  private final OrderDao orders;
  private final ReceiptArchive archive;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  NightlyReport(OrderDao orders, ReceiptArchive archive) {
    this.orders = orders;
    this.archive = archive;
  }

  void start() {
    clock.scheduleAtFixedRate(this::report, 1, 24, TimeUnit.HOURS);
  }

  private void report() {
    try {
      List<String> unshipped = orders.unshipped();
      log.info("{} orders wait, by customer: {}", unshipped.size(), byCustomer(unshipped));
      log.info("longest receipt: {}", longest(lengths(unshipped)));
    } catch (RuntimeException e) {
      log.error("no report tonight", e);
    }
  }

  private Map<String, Integer> byCustomer(List<String> orderIds) {
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    join(
        orderIds.stream()
            .map(
                id ->
                    CompletableFuture.runAsync(
                        () -> counts.merge(archive.loadNow(id).customer(), 1, Integer::sum),
                        workers))
            .toList());
    return counts;
  }

  private Map<String, Integer> lengths(List<String> orderIds) {
    Map<String, Integer> lengths = new HashMap<>();
    join(
        orderIds.stream()
            .map(
                id ->
                    CompletableFuture.runAsync(
                        () -> {
                          int length = archive.loadNow(id).text().length();
                          lengths.put(id, length); // expect: UnsafeStateAcrossAsync
                        },
                        workers))
            .toList());
    return lengths;
  }

  private static void join(List<CompletableFuture<Void>> tasks) {
    CompletableFuture.allOf(tasks.toArray(new CompletableFuture<?>[0]))
        .orTimeout(1, TimeUnit.HOURS)
        .join();
  }

  private static String longest(Map<String, Integer> lengths) {
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("none");
  }
}
