package pitfalls.unboundedconcurrency;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Exports that work for one shop, and start everything at once for the one with a million orders. */
final class FanOut {
  private static final Logger log = LoggerFactory.getLogger(FanOut.class);
  private final HttpClient client;
  private final S3AsyncClient s3;
  private final ExecutorService exports = Executors.newCachedThreadPool();

  FanOut(HttpClient client, S3AsyncClient s3) {
    this.client = client;
    this.s3 = s3;
  }

  void threadForEach(List<String> orders) {
    for (String order : orders) {
      new Thread(() -> log.info("exported {}", order)).start(); // expect: UnboundedConcurrency likely
    }
  }

  void namedThreadForEach(Iterable<String> orders) {
    for (String order : orders) {
      Thread export = new Thread(() -> log.info("exported {}", order), "export-" + order);
      export.setDaemon(true);
      export.start(); // expect: UnboundedConcurrency
    }
  }

  void taskForEach(List<String> orders) {
    orders.forEach(
        order -> exports.execute(() -> log.info("exported {}", order))); // expect: UnboundedConcurrency
  }

  List<Future<Integer>> resultsOfTasks(String[] orders) {
    List<Future<Integer>> results = new ArrayList<>();
    for (String order : orders) {
      results.add(exports.submit(() -> order.length())); // expect: UnboundedConcurrency
    }
    return results;
  }

  List<CompletableFuture<Integer>> suppliedForEach(Map<String, String> orders) {
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (String order : orders.values()) {
      results.add(
          CompletableFuture.supplyAsync(() -> order.length(), exports)); // expect: UnboundedConcurrency
    }
    return results;
  }

  List<CompletableFuture<HttpResponse<Void>>> requestForEach(List<HttpRequest> requests) {
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (HttpRequest request : requests) {
      answers.add(client.sendAsync(request, BodyHandlers.discarding())); // expect: UnboundedConcurrency
    }
    return answers;
  }

  List<CompletableFuture<String>> streamOfRequests(List<HttpRequest> requests) {
    return requests.stream()
        .map(
            request ->
                client
                    .sendAsync(request, BodyHandlers.ofString()) // expect: UnboundedConcurrency
                    .thenApply(HttpResponse::body))
        .toList();
  }

  List<CompletableFuture<HeadObjectResponse>> heads(List<HeadObjectRequest> requests) {
    return requests.stream()
        .<CompletableFuture<HeadObjectResponse>>map(s3::headObject) // expect: UnboundedConcurrency
        .toList();
  }

  boolean untilOneHasNoTimeout(List<HttpRequest> requests, List<Future<?>> answers) {
    for (HttpRequest request : requests) {
      if (request.timeout().isEmpty()) {
        return false;
      }
      answers.add(client.sendAsync(request, BodyHandlers.discarding())); // expect: UnboundedConcurrency
    }
    return true;
  }

  List<CompletableFuture<String>> throughAHelper(List<HttpRequest> requests) {
    return requests.stream().map(this::page).toList(); // expect: UnboundedConcurrency
  }

  private CompletableFuture<String> page(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  CompletableFuture<Void> allAtOnce(List<HttpRequest> requests) {
    return CompletableFuture.allOf(
        requests.stream()
            .filter(request -> request.timeout().isPresent())
            .map(request -> page(request)) // expect: UnboundedConcurrency
            .toArray(CompletableFuture[]::new));
  }
}
