package com.example.webshop.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Receipts in the blob store: drafts until the parcel leaves, then final. */
public final class ReceiptArchive {
  private static final long PATIENCE_SECONDS = 10;

  private final BlobStore blobs;

  public ReceiptArchive(BlobStore blobs) {
    this.blobs = blobs;
  }

  public CompletableFuture<String> store(Receipt receipt) {
    return blobs.put(key(receipt.orderId()), receipt.content());
  }

  public CompletableFuture<Receipt> load(String orderId) {
    return blobs.get(key(orderId)).thenApply(content -> Receipt.parse(orderId, content));
  }

  /** For batch jobs, which have a thread of their own to wait on. */
  public Receipt loadNow(String orderId) {
    return load(orderId).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Answers the key of the final receipt, though it may not be there yet. */
  public CompletableFuture<String> publish(String orderId) {
    String published = "published/" + orderId;
    return blobs
        .get(key(orderId))
        .thenApply(content -> blobs.put(published, content)) // expect: NestedFuture
        .thenApply(stored -> published);
  }

  /** Moves the receipt of a cancelled order out of the way. */
  public CompletableFuture<Void> withdraw(String orderId) {
    return blobs
        .get(key(orderId))
        .thenCompose(content -> blobs.put("withdrawn/" + orderId, content))
        .thenCompose(stored -> blobs.delete(key(orderId)));
  }

  public CompletableFuture<Map<String, Long>> sizes(List<String> orderIds) {
    Map<String, Long> sizes = new HashMap<>();
    List<CompletableFuture<Void>> pending = new ArrayList<>();
    for (String id : orderIds) {
      pending.add(
          blobs
              .size(key(id))
              .thenAccept(size -> sizes.put(id, size))); // expect: UnsafeStateAcrossAsync
    }
    return all(pending).thenApply(done -> sizes);
  }

  public CompletableFuture<Long> totalSize(List<String> orderIds) {
    List<CompletableFuture<Long>> sizes = orderIds.stream().map(id -> blobs.size(key(id))).toList();
    return all(sizes).thenApply(done -> sizes.stream().mapToLong(CompletableFuture::join).sum());
  }

  private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> parts) {
    return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
  }

  private static String key(String orderId) {
    return "receipts/" + orderId;
  }
}
