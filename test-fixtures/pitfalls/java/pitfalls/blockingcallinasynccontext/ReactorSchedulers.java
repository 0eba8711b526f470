package pitfalls.blockingcallinasynccontext;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** On which scheduler do the operators of a Reactor chain run? */
final class ReactorSchedulers {
  private final JdbcTemplate jdbc;
  private final CartRepository carts;
  private final AuditLog audit;

  ReactorSchedulers(JdbcTemplate jdbc, CartRepository carts, AuditLog audit) {
    this.jdbc = jdbc;
    this.carts = carts;
    this.audit = audit;
  }

  Flux<Cart> mapAfterPublishOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .map(id -> carts.load(id)); // expect: BlockingCallInAsyncContext definite
  }

  Flux<String> referenceAfterPublishOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .map(carts::load) // expect: BlockingCallInAsyncContext definite
        .map(Cart::summary);
  }

  Flux<Cart> doOnNextAfterDelayElements(List<Cart> batch) {
    return Flux.fromIterable(batch)
        .delayElements(Duration.ofMillis(20))
        .doOnNext(cart -> carts.save(cart)); // expect: BlockingCallInAsyncContext definite
  }

  Disposable intervalTick() {
    return Flux.interval(Duration.ofSeconds(10))
        .doOnNext(
            tick -> audit.append("tick " + tick)) // expect: BlockingCallInAsyncContext definite
        .subscribe(tick -> {}, error -> System.err.println("ticks stopped: " + error));
  }

  Mono<Cart> flatMapBodyOnParallel(String id) {
    return Mono.delay(Duration.ofSeconds(1))
        .flatMap(
            tick -> {
              Cart cart = carts.load(id); // expect: BlockingCallInAsyncContext definite
              return Mono.just(cart);
            });
  }

  Mono<Integer> subscribeOnParallel() {
    return Mono.fromCallable(
            () ->
                jdbc.queryForObject( // expect: BlockingCallInAsyncContext definite
                    "select count(*) from cart", Integer.class))
        .subscribeOn(Schedulers.parallel());
  }

  Flux<Cart> innerChainOnItsOwnParallel(Flux<String> ids) {
    return ids.flatMap(
        id ->
            Mono.fromCallable(() -> carts.load(id)) // expect: BlockingCallInAsyncContext definite
                .subscribeOn(Schedulers.parallel()));
  }

  Flux<Cart> singleScheduler(Flux<String> ids) {
    return ids.publishOn(Schedulers.single())
        .map(carts::load); // expect: BlockingCallInAsyncContext definite
  }

  Flux<Cart> backToParallelAfterElastic(Flux<String> ids) {
    return ids.publishOn(Schedulers.boundedElastic())
        .map(carts::load)
        .publishOn(Schedulers.parallel())
        .doOnNext(carts::save); // expect: BlockingCallInAsyncContext definite
  }

  Flux<Cart> publishOnElastic(Flux<String> ids) {
    return ids.publishOn(Schedulers.boundedElastic())
        .map(id -> carts.load(id))
        .doOnNext(carts::save);
  }

  Flux<Cart> delayThenElastic(List<Cart> batch) {
    return Flux.fromIterable(batch)
        .delayElements(Duration.ofMillis(20))
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(carts::save);
  }

  Mono<String> subscribeOnInTheMiddle(String id) {
    return Mono.fromCallable(() -> carts.load(id))
        .map(cart -> cart.withCents(100))
        .subscribeOn(Schedulers.boundedElastic())
        .doOnNext(carts::save)
        .map(Cart::summary);
  }

  Flux<Cart> innerChainOnElastic(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel())
        .flatMap(
            id -> Mono.fromCallable(() -> carts.load(id)).subscribeOn(Schedulers.boundedElastic()),
            4);
  }

  Flux<Cart> schedulerOfUnknownKind(Flux<String> ids, reactor.core.scheduler.Scheduler scheduler) {
    return ids.publishOn(scheduler).map(carts::load);
  }

  Mono<Cart> guardedByThreadCheck(String id) {
    return Mono.delay(Duration.ofMillis(5))
        .map(
            tick -> {
              if (Schedulers.isInNonBlockingThread()) {
                return carts.recent(id);
              }
              return carts.load(id);
            });
  }

  Flux<Cart> memoryOnParallel(Flux<String> ids) {
    return ids.publishOn(Schedulers.parallel()).map(carts::recent).doOnNext(carts::remember);
  }

  List<Cart> blockingPipelineInSynchronousMethod(List<String> ids) {
    return Flux.fromIterable(ids).map(carts::load).collectList().block();
  }

  Mono<String> lastEntryOnElastic(Path file) {
    return Mono.delay(Duration.ofSeconds(1), Schedulers.boundedElastic())
        .map(tick -> AuditLog.lastEntry(file));
  }

  Disposable intervalOnElastic() {
    return Flux.interval(Duration.ofSeconds(10), Schedulers.boundedElastic())
        .doOnNext(tick -> audit.append("tick " + tick))
        .subscribe(tick -> {}, error -> System.err.println("ticks stopped: " + error));
  }
}
