package pitfalls.blockingoncommonpool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Does a parallel stream wait for each of its elements? */
final class ParallelPipelines {
  private final InvoiceArchive archive;

  ParallelPipelines(InvoiceArchive archive) {
    this.archive = archive;
  }

  List<Invoice> loadedInParallel(List<String> ids) {
    return ids.parallelStream()
        .map(id -> archive.load(id)) // expect: BlockingOnCommonPool definite
        .toList();
  }

  void printedInParallel(List<Invoice> invoices) {
    invoices.parallelStream().forEach(archive::print); // expect: BlockingOnCommonPool
  }

  List<Invoice> madeParallel(Stream<String> ids) {
    return ids.filter(id -> !id.isBlank())
        .map(archive::load) // expect: BlockingOnCommonPool
        .parallel()
        .toList();
  }

  List<Invoice> joinedInParallel(List<CompletableFuture<Invoice>> running) {
    return running.parallelStream()
        .map(CompletableFuture::join) // expect: BlockingOnCommonPool
        .toList();
  }

  List<Invoice> inOrder(List<String> ids) {
    return ids.stream().map(archive::load).toList();
  }

  List<Invoice> sequentialAfterAll(List<String> ids) {
    return ids.parallelStream().map(archive::load).sequential().toList();
  }

  List<Invoice> computedInParallel(List<Invoice> invoices) {
    return invoices.parallelStream().map(InvoiceArchive::discounted).toList();
  }

  List<Invoice> gatheredBefore(List<String> ids) {
    List<Invoice> loaded = ids.stream().map(archive::load).toList();
    return loaded.parallelStream().map(InvoiceArchive::discounted).toList();
  }

  List<Invoice> loadedAfterwards(List<Invoice> drafts) {
    return drafts.parallelStream().map(InvoiceArchive::discounted).toList().stream()
        .map(draft -> archive.load(draft.id()))
        .toList();
  }
}
