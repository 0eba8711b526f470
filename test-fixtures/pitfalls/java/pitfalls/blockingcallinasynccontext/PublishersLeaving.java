package pitfalls.blockingcallinasynccontext;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Does a publisher leave its method with a blocking body and without a scheduler? */
final class PublishersLeaving {
  private final JdbcTemplate jdbc;
  private final CartRepository carts;
  private final PriceCatalog prices;
  private final RestTemplate http;

  PublishersLeaving(
      JdbcTemplate jdbc, CartRepository carts, PriceCatalog prices, RestTemplate http) {
    this.jdbc = jdbc;
    this.carts = carts;
    this.prices = prices;
    this.http = http;
  }

  Mono<Integer> countWithoutScheduler() {
    return Mono.fromCallable(
        () ->
            jdbc.queryForObject( // expect: BlockingCallInAsyncContext likely
                "select count(*) from cart", Integer.class));
  }

  Mono<Cart> supplierWithoutScheduler(String id) {
    return Mono.fromSupplier(() -> carts.load(id)); // expect: BlockingCallInAsyncContext likely
  }

  Mono<Void> runnableWithoutScheduler(Cart cart) {
    return Mono.fromRunnable(() -> carts.save(cart)); // expect: BlockingCallInAsyncContext likely
  }

  Mono<String> restTemplateInDefer(String url) {
    return Mono.defer(
        () -> {
          String body =
              http.getForObject(url, String.class); // expect: BlockingCallInAsyncContext likely
          return Mono.justOrEmpty(body);
        });
  }

  Flux<String> linesInCreate(Path file) {
    return Flux.create(
        sink -> {
          try {
            Files.readAllLines(file) // expect: BlockingCallInAsyncContext likely
                .forEach(sink::next);
            sink.complete();
          } catch (java.io.IOException e) {
            sink.error(e);
          }
        });
  }

  Mono<Long> mapOnForeignPublisher(Mono<Cart> cart) {
    return cart.map(
        c -> prices.discountOf(c.customer())); // expect: BlockingCallInAsyncContext likely
  }

  Flux<Cart> savedInFlatMap(Flux<Cart> incoming) {
    return incoming.flatMap(
        cart ->
            Mono.fromRunnable(() -> carts.save(cart)) // expect: BlockingCallInAsyncContext likely
                .thenReturn(cart));
  }

  Mono<Cart> viaLocalVariable(String id) {
    Mono<Cart> loaded =
        Mono.fromCallable(() -> carts.load(id)); // expect: BlockingCallInAsyncContext likely
    return loaded.defaultIfEmpty(Cart.empty(id));
  }

  Uni<Cart> uniWithoutExecutor(String id) {
    return Uni.createFrom().item(() -> carts.load(id)); // expect: BlockingCallInAsyncContext likely
  }

  Mono<Integer> countOnElastic() {
    return Mono.fromCallable(() -> jdbc.queryForObject("select count(*) from cart", Integer.class))
        .subscribeOn(Schedulers.boundedElastic());
  }

  Mono<Cart> localVariableOnElastic(String id) {
    Mono<Cart> loaded = Mono.fromCallable(() -> carts.load(id));
    return loaded.subscribeOn(Schedulers.boundedElastic());
  }

  Flux<Cart> savedInFlatMapOnElastic(Flux<Cart> incoming) {
    return incoming.flatMap(
        cart ->
            Mono.fromRunnable(() -> carts.save(cart))
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(cart));
  }

  Mono<String> throughOwnOperator(String url) {
    return Mono.fromCallable(() -> http.exchange(url, HttpMethod.GET, null, String.class).getBody())
        .transform(PublishersLeaving::moved);
  }

  private static <T> Mono<T> moved(Mono<T> source) {
    return source.subscribeOn(Schedulers.boundedElastic());
  }

  Uni<Cart> uniOnWorkers(String id) {
    return Uni.createFrom()
        .item(() -> carts.load(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  Mono<Long> pureComputation(List<Cart> batch) {
    return Mono.fromCallable(() -> batch.stream().mapToLong(Cart::cents).sum());
  }

  Mono<Cart> readEntry(String id) {
    return readUnscheduled(id).subscribeOn(Schedulers.boundedElastic());
  }

  private Mono<Cart> readUnscheduled(String id) {
    return Mono.fromCallable(() -> carts.load(id));
  }
}
