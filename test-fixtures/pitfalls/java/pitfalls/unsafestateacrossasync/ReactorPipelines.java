package pitfalls.unsafestateacrossasync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reactor pipelines: which operators run their callbacks at the same time, and which do not. */
final class ReactorPipelines {
  record Product(String sku, int stock) {}

  private final WebClient web;

  ReactorPipelines(WebClient web) {
    this.web = web;
  }

  private Mono<Product> load(String sku) {
    return web.get().uri("/products/{sku}", sku).retrieve().bodyToMono(Product.class);
  }

  Mono<Map<String, Product>> mapFilledInsideFlatMap(List<String> skus) {
    Map<String, Product> bySku = new HashMap<>();
    return Flux.fromIterable(skus)
        .flatMap(
            sku ->
                load(sku).doOnNext(p -> bySku.put(sku, p))) // expect: UnsafeStateAcrossAsync
        .then(Mono.fromSupplier(() -> bySku));
  }

  Mono<Integer> counterInsideFlatMap(List<String> skus) {
    int[] missing = new int[1];
    return Flux.fromIterable(skus)
        .flatMap(
            sku ->
                load(sku)
                    .onErrorResume(
                        failure -> {
                          missing[0]++; // expect: UnsafeStateAcrossAsync
                          return Mono.empty();
                        }))
        .then(Mono.fromSupplier(() -> missing[0]));
  }

  Mono<List<String>> parallelRails(Flux<Product> products) {
    List<String> soldOut = new ArrayList<>();
    return products
        .parallel()
        .runOn(Schedulers.parallel())
        .doOnNext(
            product -> {
              if (product.stock() == 0) {
                soldOut.add(product.sku()); // expect: UnsafeStateAcrossAsync definite
              }
            })
        .sequential()
        .then(Mono.fromSupplier(() -> soldOut));
  }

  Mono<List<Product>> innerOnWorkers(Flux<String> skus) {
    List<Product> loaded = new ArrayList<>();
    return skus.flatMap(
            sku ->
                Mono.fromCallable(() -> new Product(sku, sku.length()))
                    .subscribeOn(Schedulers.boundedElastic())
                    .doOnNext(loaded::add)) // expect: UnsafeStateAcrossAsync definite
        .then(Mono.fromSupplier(() -> loaded));
  }

  Mono<String> zippedWriters(String left, String right) {
    StringBuilder text = new StringBuilder();
    return Mono.zip(
            load(left).doOnNext(p -> text.append(p.sku())), // expect: UnsafeStateAcrossAsync likely
            load(right)
                .doOnNext(p -> text.append(p.sku()))) // expect: UnsafeStateAcrossAsync likely
        .map(both -> text.toString());
  }

  // Silent from here on.

  /** flatMap merges: what stands after it runs for one item at a time. */
  Mono<List<String>> afterFlatMap(Flux<String> skus) {
    List<String> names = new ArrayList<>();
    return skus.flatMap(this::load)
        .doOnNext(product -> names.add(product.sku()))
        .then(Mono.fromSupplier(() -> names));
  }

  Mono<List<String>> concatMapIsSequential(Flux<String> skus) {
    List<String> names = new ArrayList<>();
    return skus.concatMap(sku -> load(sku).doOnNext(p -> names.add(p.sku())))
        .then(Mono.fromSupplier(() -> names));
  }

  Mono<List<String>> flatMapOfOne(Flux<String> skus) {
    List<String> names = new ArrayList<>();
    return skus.flatMap(sku -> load(sku).doOnNext(p -> names.add(p.sku())), 1)
        .then(Mono.fromSupplier(() -> names));
  }

  Mono<Map<String, Product>> collectOperator(Flux<String> skus) {
    return skus.flatMap(this::load).collectMap(Product::sku);
  }

  Mono<Integer> reduceOperator(Flux<String> skus) {
    return skus.flatMap(this::load).map(Product::stock).reduce(0, Integer::sum);
  }

  Mono<ArrayList<Product>> collectWithContainer(Flux<String> skus) {
    return skus.flatMap(this::load).collect(ArrayList::new, ArrayList::add);
  }

  Mono<Map<String, Product>> concurrentMap(List<String> skus) {
    Map<String, Product> bySku = new ConcurrentHashMap<>();
    return Flux.fromIterable(skus)
        .flatMap(sku -> load(sku).doOnNext(p -> bySku.put(sku, p)))
        .then(Mono.fromSupplier(() -> bySku));
  }

  Mono<Integer> atomicCounter(Flux<Product> products) {
    AtomicInteger soldOut = new AtomicInteger();
    return products
        .parallel()
        .runOn(Schedulers.parallel())
        .doOnNext(p -> soldOut.addAndGet(p.stock() == 0 ? 1 : 0))
        .sequential()
        .then(Mono.fromSupplier(soldOut::get));
  }

  Mono<Integer> sequentialFlux(List<String> skus) {
    int[] letters = new int[1];
    return Flux.fromIterable(skus)
        .filter(sku -> !sku.isBlank())
        .doOnNext(sku -> letters[0] += sku.length())
        .then(Mono.fromSupplier(() -> letters[0]));
  }

  /** publishOn moves the items to another thread, still one after the other. */
  Mono<List<String>> sequentialAfterPublishOn(Flux<Product> products) {
    List<String> names = new ArrayList<>();
    return products
        .publishOn(Schedulers.parallel())
        .doOnNext(p -> names.add(p.sku()))
        .then(Mono.fromSupplier(() -> names));
  }

  Mono<String> oneMono(String sku) {
    StringBuilder trail = new StringBuilder();
    return load(sku)
        .doOnSubscribe(s -> trail.append("asked "))
        .map(
            p -> {
              trail.append("got ");
              return p;
            })
        .filter(p -> p.stock() > 0)
        .map(p -> trail.append(p.sku()).toString());
  }

  Mono<List<String>> freshPerSubscriber(Flux<String> skus) {
    return Mono.defer(
        () -> {
          List<String> names = new ArrayList<>();
          return skus.doOnNext(names::add).then(Mono.just(names));
        });
  }

  Flux<Integer> delayedSequence(Flux<Integer> numbers) {
    int[] sum = new int[1];
    return numbers.delayElements(Duration.ofMillis(10)).map(n -> sum[0] += n);
  }
}
