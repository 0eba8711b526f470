package pitfalls.blockingoncommonpool;

import com.hazelcast.cp.IAtomicLong;
import com.hazelcast.cp.IAtomicReference;
import com.hazelcast.map.IMap;
import com.hazelcast.ringbuffer.OverflowPolicy;
import com.hazelcast.ringbuffer.Ringbuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What depends on a future of Hazelcast runs on the common pool. */
final class GridCallbacks {
  private final InvoiceArchive archive;
  private final Executor blocking;

  GridCallbacks(InvoiceArchive archive, Executor blocking) {
    this.archive = archive;
    this.blocking = blocking;
  }

  CompletionStage<Invoice> loadedByKey(IMap<String, String> newest, String customer) {
    return newest
        .getAsync(customer)
        .thenApply(id -> archive.load(id)); // expect: BlockingOnCommonPool
  }

  CompletionStage<String> anotherMapAskedInTheCallback(
      IMap<String, String> newest, IMap<String, String> names) {
    return newest
        .getAsync("newest")
        .thenApply(customer -> names.get(customer)); // expect: BlockingOnCommonPool
  }

  CompletionStage<String> anotherMapAskedWithoutWaiting(
      IMap<String, String> newest, IMap<String, String> names) {
    return newest.getAsync("newest").thenCompose(names::getAsync);
  }

  CompletionStage<Invoice> loadedOnAnExecutor(IMap<String, String> newest, String customer) {
    return newest.getAsync(customer).thenApplyAsync(id -> archive.load(id), blocking);
  }

  CompletionStage<Invoice> numbered(IAtomicLong numbers, Invoice invoice) {
    return numbers
        .incrementAndGetAsync()
        .thenApply(
            number -> {
              archive.print(invoice); // expect: BlockingOnCommonPool
              return new Invoice("" + number, invoice.customer(), invoice.cents());
            });
  }

  CompletionStage<Invoice> loadedFromAReference(IAtomicReference<String> newest) {
    return newest.getAsync().thenApply(id -> archive.load(id)); // expect: BlockingOnCommonPool
  }

  CompletionStage<Long> sizeAskedAfterAdding(Ringbuffer<Invoice> ring, Invoice invoice) {
    return ring.addAsync(invoice, OverflowPolicy.OVERWRITE)
        .thenApply(sequence -> sequence - ring.headSequence()); // expect: BlockingOnCommonPool
  }

  CompletionStage<Long> capacityKnownLocally(Ringbuffer<Invoice> ring, Invoice invoice) {
    return ring.addAsync(invoice, OverflowPolicy.FAIL)
        .thenApply(sequence -> sequence % ring.capacity());
  }

  CompletionStage<Boolean> referenceComparedWithoutWaiting(
      IAtomicReference<String> newest, String id) {
    return newest.getAsync().thenCompose(old -> newest.compareAndSetAsync(old, id));
  }
}
