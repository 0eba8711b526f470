package com.example.webshop.storage;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Receipt numbers without gaps: the last one stands in the blob store. */
public final class ReceiptNumbers {
  private static final String LAST = "numbers/last";

  private final BlobStore blobs;
  private final Lock lock = new ReentrantLock();
  private final Semaphore permit = new Semaphore(1);

  public ReceiptNumbers(BlobStore blobs) {
    this.blobs = blobs;
  }

  public CompletableFuture<Long> next() {
    lock.lock();
    return increment()
        .whenComplete((number, failure) -> lock.unlock()); // expect: LockHeldAcrossAsync
  }

  /** Refuses at once when another number is being drawn; a permit may move between threads. */
  public CompletableFuture<Long> tryNext() {
    if (!permit.tryAcquire()) {
      return CompletableFuture.failedFuture(new IllegalStateException("busy, try again"));
    }
    return increment().whenComplete((number, failure) -> permit.release());
  }

  private CompletableFuture<Long> increment() {
    return blobs
        .get(LAST)
        .thenCompose(
            content -> {
              long next = Long.parseLong(new String(content, StandardCharsets.UTF_8)) + 1;
              byte[] text = Long.toString(next).getBytes(StandardCharsets.UTF_8);
              return blobs.put(LAST, text).thenApply(stored -> next);
            });
  }
}
