package pitfalls.blockingoncommonpool;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** Does a stage without an executor block? */
final class AsyncStages {
  private final InvoiceArchive archive;
  private final HttpClient http;
  private final Executor blocking;
  private final ExecutorService common = ForkJoinPool.commonPool();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  AsyncStages(InvoiceArchive archive, HttpClient http, Executor blocking) {
    this.archive = archive;
    this.http = http;
    this.blocking = blocking;
  }

  CompletableFuture<Invoice> loaded(String id) {
    return CompletableFuture.supplyAsync(() -> archive.load(id)); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Void> printed(Invoice invoice) {
    return CompletableFuture.runAsync(
        () -> archive.print(invoice)); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Void> printedByReference(CompletableFuture<Invoice> invoice) {
    return invoice.thenAcceptAsync(archive::print); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Integer> sent(URI uri) {
    return CompletableFuture.supplyAsync(
        () -> {
          HttpRequest request = HttpRequest.newBuilder(uri).build();
          try {
            return http.send(request, BodyHandlers.discarding()) // expect: BlockingOnCommonPool definite
                .statusCode();
          } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }

  CompletableFuture<Invoice> retried(CompletableFuture<String> id) {
    return id.thenApplyAsync(
        each -> {
          try {
            TimeUnit.SECONDS.sleep(1); // expect: BlockingOnCommonPool definite
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Invoice(each, "", 0);
        });
  }

  CompletableFuture<Invoice> waitsForAnother(CompletableFuture<Invoice> running) {
    return CompletableFuture.supplyAsync(
        () -> InvoiceArchive.discounted(running.join())); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Void> waitsForLatch(CountDownLatch opened) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            opened.await(); // expect: BlockingOnCommonPool
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  CompletableFuture<Invoice> namedCommonPool(String id) {
    return CompletableFuture.supplyAsync(
        () -> archive.load(id), common); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Void> afterHttp(URI uri) {
    return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .thenAccept(
            response ->
                archive.print( // expect: BlockingOnCommonPool
                    new Invoice(response.body(), "", 0)));
  }

  CompletableFuture<Invoice> throughHelper(String id) {
    return CompletableFuture.supplyAsync(() -> cheapest(id)); // expect: BlockingOnCommonPool
  }

  private Invoice cheapest(String id) {
    return InvoiceArchive.discounted(archive.load(id));
  }

  CompletableFuture<Invoice> withExecutor(String id) {
    return CompletableFuture.supplyAsync(() -> archive.load(id), blocking);
  }

  CompletableFuture<Void> stageWithExecutor(CompletableFuture<Invoice> invoice) {
    return invoice.thenAcceptAsync(archive::print, blocking);
  }

  CompletableFuture<Invoice> onPool(String id) {
    return CompletableFuture.supplyAsync(() -> archive.load(id), pool);
  }

  CompletableFuture<Invoice> computes(Invoice invoice) {
    return CompletableFuture.supplyAsync(() -> InvoiceArchive.discounted(invoice));
  }

  CompletableFuture<Invoice> composes(CompletableFuture<Invoice> running) {
    return running.thenApplyAsync(InvoiceArchive::discounted);
  }

  CompletableFuture<Invoice> alreadyThere(CompletableFuture<Invoice> running) {
    return CompletableFuture.supplyAsync(
        () -> running.isDone() ? running.join() : new Invoice("", "", 0));
  }

  CompletableFuture<Void> managed(ForkJoinPool.ManagedBlocker blocker) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            ForkJoinPool.managedBlock(blocker);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  CompletableFuture<Invoice> delayed(Invoice invoice) {
    Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    return CompletableFuture.supplyAsync(() -> InvoiceArchive.discounted(invoice), later);
  }
}
