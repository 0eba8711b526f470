package pitfalls.misplacedscheduler;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Does the scheduler reach the code that it was put there for? */
final class PlacesInTheChain {
  private final ReportStore store;
  private final Scheduler given;

  PlacesInTheChain(ReportStore store, Scheduler given) {
    this.store = store;
    this.given = given;
  }

  Mono<Report> publishOnBelowTheLoad(String day) {
    return Mono.fromCallable(() -> store.load(day))
        .publishOn(Schedulers.boundedElastic()) // expect: MisplacedScheduler
        .map(Report::rounded);
  }

  Mono<Report> publishOnBelowTheMap(Mono<String> day) {
    return day.delayElement(Duration.ofMillis(10))
        .map(store::load)
        .publishOn(Schedulers.boundedElastic()); // expect: MisplacedScheduler
  }

  Flux<Report> observeOnForLaterUse(Flux<String> days) {
    return days.delayElements(Duration.ofMillis(10))
        .map(
            day -> {
              Report report = store.load(day);
              return report.rounded();
            })
        .filter(report -> report.cents() > 0)
        .publishOn(Schedulers.boundedElastic()); // expect: MisplacedScheduler
  }

  Single<Report> observeOnBelowTheLoad(String day) {
    return Single.timer(1, TimeUnit.SECONDS)
        .map(tick -> store.load(day))
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.io()); // expect: MisplacedScheduler
  }

  Flux<Report> subscribeOnForAnInterval(String day) {
    return Flux.interval(Duration.ofMinutes(1))
        .map(tick -> store.load(day))
        .subscribeOn(Schedulers.boundedElastic()); // expect: MisplacedScheduler
  }

  Flowable<Long> rxSubscribeOnForAnInterval() {
    return Flowable.interval(1, TimeUnit.MINUTES)
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io()); // expect: MisplacedScheduler
  }

  Mono<Report> subscribeOnForAFuture(CompletableFuture<Report> report) {
    return Mono.fromFuture(report)
        .subscribeOn(Schedulers.boundedElastic()) // expect: MisplacedScheduler
        .map(Report::rounded);
  }

  Uni<Report> runSubscriptionOnForAStage(CompletableFuture<Report> report) {
    return Uni.createFrom()
        .completionStage(report)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()); // expect: MisplacedScheduler
  }

  Mono<Report> secondSubscribeOn(String day) {
    return Mono.fromCallable(() -> store.load(day))
        .subscribeOn(Schedulers.boundedElastic())
        .map(Report::rounded)
        .subscribeOn(Schedulers.parallel()); // expect: MisplacedScheduler
  }

  Single<Report> rxSecondSubscribeOn(String day) {
    return Single.fromCallable(() -> store.load(day))
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.single()); // expect: MisplacedScheduler
  }

  Mono<Report> subscribeOnForTheSource(String day) {
    return Mono.fromCallable(() -> store.load(day)).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<Report> publishOnAboveTheMap(Mono<String> day) {
    return day.publishOn(Schedulers.boundedElastic()).map(store::load);
  }

  Mono<Report> subscribeOnThenPublishOn(String day) {
    return Mono.fromCallable(() -> store.load(day))
        .subscribeOn(Schedulers.boundedElastic())
        .publishOn(Schedulers.parallel())
        .map(Report::rounded);
  }

  Mono<Report> publishOnTwice(Mono<String> day) {
    return day.publishOn(Schedulers.boundedElastic())
        .map(store::load)
        .publishOn(Schedulers.parallel())
        .map(Report::rounded);
  }

  Flux<Report> publishOnBelowAnInterval(String day) {
    return Flux.interval(Duration.ofMinutes(1))
        .publishOn(Schedulers.boundedElastic())
        .map(tick -> store.load(day));
  }

  Mono<Report> subscribeOnForAValue(String day) {
    return Mono.just(day).subscribeOn(Schedulers.boundedElastic()).map(store::load);
  }

  Mono<Report> subscribeOnForASupplier(CompletableFuture<Report> report) {
    return Mono.fromFuture(() -> report).subscribeOn(given);
  }

  Single<Report> subscribeOnForABlockingBridge(Future<Report> report) {
    return Single.fromFuture(report)
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io());
  }

  Mono<Report> secondForTheOtherSource(String day, Mono<Report> other) {
    return Mono.fromCallable(() -> store.load(day))
        .subscribeOn(Schedulers.boundedElastic())
        .switchIfEmpty(other)
        .subscribeOn(given);
  }

  Flux<Report> cheapWorkAbove(Flux<Report> reports) {
    return reports
        .delayElements(Duration.ofMillis(10))
        .map(Report::rounded)
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(store::save);
  }
}
