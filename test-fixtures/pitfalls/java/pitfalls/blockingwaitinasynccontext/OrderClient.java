package pitfalls.blockingwaitinasynccontext;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How is the order service asked? Everything here is asynchronous but for the last methods. */
public final class OrderClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebClient web;
  private final URI base;

  public OrderClient(WebClient web, URI base) {
    this.web = web;
    this.base = base;
  }

  public CompletableFuture<Order> fetch(String id) {
    return http.sendAsync(HttpRequest.newBuilder(base.resolve(id)).build(), BodyHandlers.ofString())
        .thenApply(response -> new Order(id, response.body(), 0));
  }

  public Mono<Order> find(String id) {
    return web.get().uri("/orders/{id}", id).retrieve().bodyToMono(Order.class);
  }

  public Flux<Order> all() {
    return web.get().uri("/orders").retrieve().bodyToFlux(Order.class);
  }

  public Uni<Order> lookUp(String id) {
    return Uni.createFrom().completionStage(() -> fetch(id));
  }

  public Single<Order> single(String id) {
    return Single.fromCompletionStage(fetch(id)); // expect: EagerPublisherArgument likely
  }

  public Future<Order> request(Vertx vertx, String id) {
    return Future.fromCompletionStage(fetch(id), vertx.getOrCreateContext());
  }

  public Order fetchNow(String id) {
    return fetch(id).join();
  }

  public static Order waitFor(CompletableFuture<Order> order) {
    return order.join();
  }
}
