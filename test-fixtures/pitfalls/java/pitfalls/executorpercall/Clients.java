package pitfalls.executorpercall;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Clients hold connections and threads, and are made to be shared. */
final class Clients {
  private static final HttpClient SHARED = HttpClient.newHttpClient();
  private static final OkHttpClient OK = new OkHttpClient();

  private final HttpClient tuned =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  CompletableFuture<String> clientForEachRequest(String url) {
    HttpClient client = HttpClient.newHttpClient(); // expect: ExecutorPerCall
    return client
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  CompletableFuture<String> builtForEachRequest(String url) {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(2))
        .build() // expect: ExecutorPerCall
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  Call okHttpForEachRequest(String url) {
    return new OkHttpClient() // expect: ExecutorPerCall
        .newCall(new Request.Builder().url(url).build());
  }

  Future<String> vertxForEachTask(String item) {
    Vertx vertx = Vertx.vertx(); // expect: ExecutorPerCall
    return vertx.executeBlocking(() -> "price of " + item);
  }

  String authorityOfANewChannel(String host) {
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress(host, 443).build(); // expect: ExecutorPerCall
    return channel.authority();
  }

  String channelShutDown(String host) {
    ManagedChannel channel = ManagedChannelBuilder.forAddress(host, 443).build();
    try {
      return channel.authority();
    } finally {
      channel.shutdownNow();
    }
  }

  Future<Void> vertxClosed(String item) {
    Vertx vertx = Vertx.vertx();
    return vertx.executeBlocking(() -> "price of " + item).eventually(vertx::close).mapEmpty();
  }

  CompletableFuture<String> sharedClient(String url) {
    return SHARED
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  CompletableFuture<String> clientInAField(String url) {
    return tuned
        .sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  HttpClient clientForTheCaller() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  }

  Call derivedClient(String url) {
    OkHttpClient patient = OK.newBuilder().callTimeout(Duration.ofMinutes(1)).build();
    return patient.newCall(new Request.Builder().url(url).build());
  }
}
