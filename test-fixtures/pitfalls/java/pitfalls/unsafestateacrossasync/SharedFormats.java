package pitfalls.unsafestateacrossasync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Static helpers of types that keep state between calls, used from callbacks. */
final class SharedFormats {
  private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
  private static final DecimalFormat AMOUNT = new DecimalFormat("0.00");
  private static final MessageDigest SHA = sha256();
  private static final Matcher SKU = Pattern.compile("[A-Z]{3}-\\d+").matcher("");

  private static final SimpleDateFormat LOCKED_DAY = new SimpleDateFormat("yyyy-MM-dd");
  private static final DateTimeFormatter ISO_DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
  private static final Pattern SKU_PATTERN = Pattern.compile("[A-Z]{3}-\\d+");
  private static final ThreadLocal<SimpleDateFormat> PER_THREAD =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));

  record Shipment(String sku, Date sentAt, double price) {}

  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Shipment> load(String sku) {
    return CompletableFuture.supplyAsync(() -> new Shipment(sku, new Date(), 1.5), pool);
  }

  CompletableFuture<String> dayOfShipment(String sku) {
    return load(sku)
        .thenApplyAsync(s -> DAY.format(s.sentAt()), pool); // expect: UnsafeStateAcrossAsync
  }

  List<CompletableFuture<String>> amounts(List<String> skus) {
    List<CompletableFuture<String>> out = new ArrayList<>();
    for (String sku : skus) {
      out.add(load(sku).thenApply(s -> AMOUNT.format(s.price()))); // expect: UnsafeStateAcrossAsync
    }
    return out;
  }

  CompletableFuture<byte[]> digestOfSku(String sku) {
    return CompletableFuture.supplyAsync(
        () -> SHA.digest(sku.getBytes(StandardCharsets.UTF_8)), // expect: UnsafeStateAcrossAsync
        pool);
  }

  CompletableFuture<Boolean> valid(String sku) {
    return CompletableFuture.supplyAsync(
        () -> SKU.reset(sku).matches(), // expect: UnsafeStateAcrossAsync
        pool);
  }

  // Silent from here on.

  CompletableFuture<String> dayWithImmutableFormatter(String sku) {
    return load(sku).thenApplyAsync(s -> ISO_DAY.format(s.sentAt().toInstant()), pool);
  }

  CompletableFuture<String> dayWithFreshFormat(String sku) {
    return load(sku)
        .thenApplyAsync(s -> new SimpleDateFormat("yyyy-MM-dd").format(s.sentAt()), pool);
  }

  CompletableFuture<String> dayPerThread(String sku) {
    return load(sku).thenApplyAsync(s -> PER_THREAD.get().format(s.sentAt()), pool);
  }

  CompletableFuture<String> dayUnderLock(String sku) {
    return load(sku)
        .thenApplyAsync(
            s -> {
              synchronized (LOCKED_DAY) {
                return LOCKED_DAY.format(s.sentAt());
              }
            },
            pool);
  }

  CompletableFuture<String> freshDigest(String sku) {
    return CompletableFuture.supplyAsync(
        () -> HexFormat.of().formatHex(sha256().digest(sku.getBytes(StandardCharsets.UTF_8))),
        pool);
  }

  CompletableFuture<Boolean> validWithPattern(String sku) {
    return CompletableFuture.supplyAsync(() -> SKU_PATTERN.matcher(sku).matches(), pool);
  }

  CompletableFuture<Instant> parsedImmutable(String text) {
    return CompletableFuture.supplyAsync(() -> ISO_DAY.parse(text, Instant::from), pool);
  }
}
