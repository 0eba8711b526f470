package pitfalls.unboundedconcurrency;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work for each element of which only so much runs at a time, or of which there is only so much. */
final class Bounded {
  private static final Logger log = LoggerFactory.getLogger(Bounded.class);
  private static final List<String> REGIONS = List.of("eu", "us", "asia");
  private final HttpClient client;
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final ExecutorService growing = Executors.newCachedThreadPool();
  private final Semaphore slots = new Semaphore(16);

  Bounded(HttpClient client) {
    this.client = client;
  }

  List<Future<Integer>> poolOfFixedSize(List<String> orders) {
    List<Future<Integer>> results = new ArrayList<>();
    for (String order : orders) {
      results.add(pool.submit(() -> order.length()));
    }
    return results;
  }

  List<CompletableFuture<HttpResponse<Void>>> permits(List<HttpRequest> requests)
      throws InterruptedException {
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (HttpRequest request : requests) {
      slots.acquire();
      answers.add(
          client
              .sendAsync(request, BodyHandlers.discarding())
              .whenComplete((answer, failure) -> slots.release()));
    }
    return answers;
  }

  List<CompletableFuture<HttpResponse<Void>>> oneForEachRegion() {
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (String region : REGIONS) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://" + region + ".shop.example")).build();
      answers.add(client.sendAsync(request, BodyHandlers.discarding()));
    }
    return answers;
  }

  void threadForEachQueue() {
    for (String queue : new String[] {"orders", "carts"}) {
      new Thread(() -> log.info("serves {}", queue)).start();
    }
  }

  void someThreads(int workers) {
    for (int i = 0; i < workers; i++) {
      new Thread(() -> log.info("works")).start();
    }
  }

  List<CompletableFuture<HttpResponse<Void>>> theFirstTen(List<HttpRequest> requests) {
    return requests.stream()
        .limit(10)
        .<CompletableFuture<HttpResponse<Void>>>map(
            request -> client.sendAsync(request, BodyHandlers.discarding()))
        .toList();
  }

  List<CompletableFuture<HttpResponse<Void>>> onePage(List<HttpRequest> requests, int page) {
    return requests.subList(page * 20, page * 20 + 20).stream()
        .<CompletableFuture<HttpResponse<Void>>>map(
            request -> client.sendAsync(request, BodyHandlers.discarding()))
        .toList();
  }

  CompletableFuture<HttpResponse<Void>> oneAfterTheOther(List<HttpRequest> requests) {
    CompletableFuture<HttpResponse<Void>> chain = CompletableFuture.completedFuture(null);
    for (HttpRequest request : requests) {
      chain = chain.thenCompose(before -> client.sendAsync(request, BodyHandlers.discarding()));
    }
    return chain;
  }

  void eachWaitedForInAHelper(List<HttpRequest> requests) {
    requests.forEach(request -> wait(client.sendAsync(request, BodyHandlers.discarding())));
  }

  private static void wait(CompletableFuture<HttpResponse<Void>> answer) {
    try {
      log.info("{}", answer.get(5, TimeUnit.SECONDS).statusCode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<HttpResponse<Void>> theFirstWithATimeout(List<HttpRequest> requests) {
    for (HttpRequest request : requests) {
      if (request.timeout().isPresent()) {
        return client.sendAsync(request, BodyHandlers.discarding());
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  Future<Integer> oneTask(List<String> orders) {
    return growing.submit(() -> orders.stream().mapToInt(String::length).sum());
  }

  CompletableFuture<HttpResponse<String>> oneRequest(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }
}
