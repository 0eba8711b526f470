package pitfalls.subscribewithouterrorhandler;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Subscriptions whose failure somebody has dealt with where the publisher was made, or may have. */
final class HandledElsewhere {
  private static final Logger log = LoggerFactory.getLogger(HandledElsewhere.class);

  private final ParcelRepository parcels;
  private final Tracking tracking;
  private final Labels labels;
  private final Mono<Parcel> template;

  HandledElsewhere(
      ParcelRepository parcels, Tracking tracking, Labels labels, Mono<Parcel> template) {
    this.parcels = parcels;
    this.tracking = tracking;
    this.labels = labels;
    this.template = template;
  }

  /** Records where parcels are; both implementations see to their failures. */
  interface Tracking {
    Mono<Void> record(Parcel parcel);
  }

  /** Tracks in the database. */
  static final class StoredTracking implements Tracking {
    private final ParcelRepository archive;

    StoredTracking(ParcelRepository archive) {
      this.archive = archive;
    }

    @Override
    public Mono<Void> record(Parcel parcel) {
      return archive.save(parcel).then().onErrorResume(StoredTracking::logged);
    }

    private static Mono<Void> logged(Throwable failure) {
      log.warn("not tracked", failure);
      return Mono.empty();
    }
  }

  /** Tracks nothing. */
  static final class NoTracking implements Tracking {
    @Override
    public Mono<Void> record(Parcel parcel) {
      return Mono.empty();
    }
  }

  /** Prints labels, and lets its callers know when that fails. */
  interface Labels {
    Mono<Void> print(Parcel parcel);
  }

  /** Prints on the printer of the depot. */
  static final class DepotLabels implements Labels {
    private final ParcelRepository queue;

    DepotLabels(ParcelRepository queue) {
      this.queue = queue;
    }

    @Override
    public Mono<Void> print(Parcel parcel) {
      return queue.save(parcel).then();
    }
  }

  void helperHandles(Parcel parcel) {
    savedOrLogged(parcel).subscribe();
  }

  private Mono<Parcel> savedOrLogged(Parcel parcel) {
    return parcels.save(parcel).doOnError(failure -> log.error("not saved", failure));
  }

  void everyImplementationHandles(Parcel parcel) {
    tracking.record(parcel).subscribe();
  }

  void theImplementationPassesItOn(Parcel parcel) {
    labels.print(parcel).subscribe(); // expect: SubscribeWithoutErrorHandler
  }

  void givenByTheCaller(Mono<Parcel> work) {
    work.subscribe();
  }

  void keptInAField() {
    template.subscribe(parcel -> log.info("template {}", parcel));
  }

  Mono<Parcel> startedAndReturned(Parcel parcel) {
    Mono<Parcel> saving = parcels.save(parcel).cache();
    saving.subscribe();
    return saving;
  }

  void wrappedByAFunction(Parcel parcel, Function<Mono<Parcel>, Mono<Parcel>> resilience) {
    parcels.save(parcel).transform(resilience).subscribe();
  }

  void nothingToFail() {
    Mono.just("warm").subscribe(log::info);
  }
}
