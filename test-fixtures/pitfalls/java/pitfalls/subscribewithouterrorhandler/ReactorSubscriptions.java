package pitfalls.subscribewithouterrorhandler;

import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reactor chains that somebody subscribes to at the edge of a service. */
final class ReactorSubscriptions {
  private static final Logger log = LoggerFactory.getLogger(ReactorSubscriptions.class);

  private final ParcelRepository parcels;
  private Disposable watching;

  ReactorSubscriptions(ParcelRepository parcels) {
    this.parcels = parcels;
  }

  void savedAndForgotten(Parcel parcel) {
    parcels.save(parcel).subscribe(); // expect: SubscribeWithoutErrorHandler
  }

  void onlySuccessLogged(Parcel parcel) {
    parcels
        .save(parcel)
        .subscribe( // expect: SubscribeWithoutErrorHandler
            saved -> log.info("saved {}", saved.id()));
  }

  void webhookCalled(WebClient client, Parcel parcel) {
    client
        .post()
        .uri("/hooks/parcels")
        .bodyValue(parcel)
        .retrieve()
        .toBodilessEntity()
        .timeout(Duration.ofSeconds(5))
        .subscribe(); // expect: SubscribeWithoutErrorHandler
  }

  void watchedUntilTheFirstFailure(String city) {
    watching =
        Flux.interval(Duration.ofSeconds(30))
            .concatMap(tick -> parcels.findByCity(city))
            .subscribe(this::show); // expect: SubscribeWithoutErrorHandler
  }

  void watchedConnections(RedisClient redis) {
    redis
        .getResources()
        .eventBus()
        .get()
        .subscribe(event -> log.info("redis: {}", event)); // expect: SubscribeWithoutErrorHandler likely
  }

  void remindedLater(Parcel parcel) {
    Mono.delay(Duration.ofHours(2))
        .subscribe( // expect: SubscribeWithoutErrorHandler likely
            tick -> log.info("parcel {} is due", parcel.id()));
  }

  void retriedSomeTimes(Parcel parcel) {
    parcels.save(parcel).retry(3).subscribe(); // expect: SubscribeWithoutErrorHandler
  }

  void translatedOnly(Parcel parcel) {
    parcels
        .save(parcel)
        .onErrorMap(failure -> new IllegalStateException("not saved", failure))
        .subscribe(); // expect: SubscribeWithoutErrorHandler
  }

  void throughAHelper(String city) {
    heavyOnes(city).subscribe(this::show); // expect: SubscribeWithoutErrorHandler
  }

  private Flux<Parcel> heavyOnes(String city) {
    return parcels.findByCity(city).filter(parcel -> parcel.weight() > 20);
  }

  void movedToAWorker(List<Parcel> all) {
    Mono<Void> saving =
        Flux.fromIterable(all)
            .flatMap(parcels::save)
            .then()
            .subscribeOn(Schedulers.boundedElastic());
    saving.subscribe(); // expect: SubscribeWithoutErrorHandler
  }

  void bothConsumers(Parcel parcel) {
    parcels
        .save(parcel)
        .subscribe(
            saved -> log.info("saved {}", saved.id()),
            failure -> log.error("could not save {}", parcel.id(), failure));
  }

  void failureLoggedInTheChain(Parcel parcel) {
    parcels
        .save(parcel)
        .doOnError(failure -> log.error("could not save {}", parcel.id(), failure))
        .subscribe();
  }

  void fallsBack(String id) {
    parcels
        .findById(id)
        .onErrorResume(failure -> Mono.empty())
        .subscribe(this::show);
  }

  void completesOnFailure(String id) {
    parcels.deleteById(id).onErrorComplete().subscribe();
  }

  void eachOneHandledInside(List<Parcel> all) {
    Flux.fromIterable(all)
        .flatMap(
            parcel ->
                parcels
                    .save(parcel)
                    .onErrorResume(
                        failure -> {
                          log.warn("skipped {}", parcel.id(), failure);
                          return Mono.empty();
                        }))
        .subscribe();
  }

  void retriedForEver(String city) {
    parcels.findByCity(city).retry().subscribe(this::show);
  }

  void subscriberObject(String city) {
    parcels
        .findByCity(city)
        .subscribe(
            new BaseSubscriber<Parcel>() {
              @Override
              protected void hookOnNext(Parcel parcel) {
                show(parcel);
              }

              @Override
              protected void hookOnError(Throwable failure) {
                log.error("no parcels", failure);
              }
            });
  }

  void stop() {
    if (watching != null) {
      watching.dispose();
    }
  }

  private void show(Parcel parcel) {
    log.info("parcel {} to {}", parcel.id(), parcel.city());
  }
}
