package pitfalls.unboundedwait;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/** Waits that end, as somebody has set a time. */
final class BoundedWaits {
  String timedGet(HttpClient client, HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(5, TimeUnit.SECONDS).body();
    } finally {
      answer.cancel(true);
    }
  }

  String orTimeout(HttpClient client, HttpRequest request) {
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .orTimeout(5, TimeUnit.SECONDS)
        .join()
        .body();
  }

  String timeoutBeside(HttpClient client, HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    answer.orTimeout(5, TimeUnit.SECONDS);
    return answer.join().body();
  }

  long valueOnTimeout(S3AsyncClient s3, HeadObjectRequest request) {
    return s3.headObject(request)
        .thenApply(answer -> answer.contentLength())
        .completeOnTimeout(-1L, 5, TimeUnit.SECONDS)
        .join();
  }

  String publisherWithTimeout(org.springframework.web.reactive.function.client.WebClient client) {
    return client
        .get()
        .uri("/orders")
        .retrieve()
        .bodyToMono(String.class)
        .timeout(Duration.ofSeconds(5))
        .block();
  }

  String timedBlock(org.springframework.web.reactive.function.client.WebClient client) {
    return client
        .get()
        .uri("/orders")
        .retrieve()
        .bodyToMono(String.class)
        .block(Duration.ofSeconds(5));
  }

  String requestWithTimeout(HttpClient client, URI page) {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(5)).build();
    return client.sendAsync(request, BodyHandlers.ofString()).join().body();
  }

  String cancelledInTime(
      HttpClient client, HttpRequest request, ScheduledExecutorService timers) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    timers.schedule(() -> answer.cancel(true), 5, TimeUnit.SECONDS);
    return answer.join().body();
  }

  String limitedByHelper(HttpClient client, HttpRequest request) {
    return ask(client, request).join();
  }

  private static CompletableFuture<String> ask(HttpClient client, HttpRequest request) {
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .orTimeout(5, TimeUnit.SECONDS)
        .thenApply(HttpResponse::body);
  }

  boolean latchInTime(CountDownLatch loaded) throws InterruptedException {
    return loaded.await(5, TimeUnit.SECONDS);
  }

  Integer rxWithTimeout(Single<Integer> stock) {
    return stock.timeout(5, TimeUnit.SECONDS).blockingGet();
  }

  String mutinyAtMost(Uni<String> greeting) {
    return greeting.await().atMost(Duration.ofSeconds(5));
  }

  String mutinyNoItem(Uni<String> greeting) {
    return greeting.ifNoItem().after(Duration.ofSeconds(5)).fail().await().indefinitely();
  }

  String vertxWithTimeout(io.vertx.core.Future<String> order) {
    return order
        .timeout(5, TimeUnit.SECONDS)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
