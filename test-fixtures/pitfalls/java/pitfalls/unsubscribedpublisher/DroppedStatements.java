package pitfalls.unsubscribedpublisher;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reactor publishers that a statement assembles and forgets, so that nothing ever runs. */
final class DroppedStatements {
  private static final Logger log = LoggerFactory.getLogger(DroppedStatements.class);

  private final BookingRepository bookings;
  private final List<Mono<Void>> shutdown = new ArrayList<>();
  private Mono<Booking> latest = Mono.empty();

  DroppedStatements(BookingRepository bookings) {
    this.bookings = bookings;
  }

  void neverSaved(Booking booking) {
    bookings.save(booking); // expect: UnsubscribedPublisher
    log.info("booking {} saved", booking.id());
  }

  Mono<Booking> auditForgotten(Booking booking, BookingRepository audit) {
    audit.save(booking); // expect: UnsubscribedPublisher
    return bookings.save(booking);
  }

  void chainBuiltAndForgotten(String id) {
    bookings
        .findById(id)
        .map(booking -> new Booking(booking.id(), booking.guest(), 0))
        .flatMap(bookings::save); // expect: UnsubscribedPublisher
  }

  void whenDropped(Booking first, Booking second) {
    Mono.when(bookings.save(first), bookings.save(second)); // expect: UnsubscribedPublisher
  }

  void runnableNeverRuns(Booking booking) {
    Mono.fromRunnable(() -> log.info("checked in {}", booking))
        .subscribeOn(Schedulers.boundedElastic()); // expect: UnsubscribedPublisher
  }

  void tickNeverStarts() {
    Flux.interval(Duration.ofMinutes(1))
        .doOnNext(tick -> log.info("tick")); // expect: UnsubscribedPublisher
  }

  void closedInFinally(Booking booking) {
    try {
      log.info("closing after {}", booking.id());
    } finally {
      bookings.close(); // expect: UnsubscribedPublisher
    }
  }

  void localThatNobodySubscribes(Booking booking) {
    Mono<Booking> saving = bookings.save(booking); // expect: UnsubscribedPublisher
    log.info("booking {} accepted", booking.id());
  }

  int collectedAndDropped(List<Booking> all) {
    all.stream().map(bookings::save).toList(); // expect: UnsubscribedPublisher
    return all.size();
  }

  int addedToAListThatNobodyReads(List<String> ids) {
    List<Mono<Void>> deletions = new ArrayList<>();
    for (String id : ids) {
      deletions.add(bookings.deleteById(id)); // expect: UnsubscribedPublisher
    }
    return ids.size();
  }

  Mono<Booking> returned(Booking booking) {
    return bookings.save(booking);
  }

  Mono<Booking> composed(Booking booking, BookingRepository audit) {
    return bookings.save(booking).flatMap(saved -> audit.save(saved).thenReturn(saved));
  }

  void subscribedWithAnErrorHandler(Booking booking) {
    bookings
        .save(booking)
        .subscribe(
            saved -> log.info("saved {}", saved.id()),
            failure -> log.error("could not save {}", booking.id(), failure));
  }

  void subscribedThroughALocal(Booking booking) {
    Mono<Booking> saving = bookings.save(booking).doOnError(e -> log.error("not saved", e));
    saving.subscribe(saved -> log.info("saved {}", saved), e -> log.debug("reported"));
  }

  void blockedOnFromABatchJob(Booking booking) {
    bookings.save(booking).block(Duration.ofSeconds(5));
  }

  void keptInAField(String id) {
    latest = bookings.findById(id).cache();
  }

  Mono<Booking> latest() {
    return latest;
  }

  void keptInAListOfTheObject() {
    shutdown.add(bookings.close());
  }

  Mono<Void> shutdown() {
    return Mono.when(shutdown);
  }

  Mono<Void> collectedAndJoined(List<Booking> all) {
    List<Mono<Booking>> saves = new ArrayList<>();
    for (Booking booking : all) {
      saves.add(bookings.save(booking));
    }
    return Mono.when(saves);
  }

  void explicitDiscard(Booking booking) {
    var unused = bookings.save(booking);
  }

  void declaredIgnorable(String id) {
    prefetch(id);
  }

  @CanIgnoreReturnValue
  private Mono<Booking> prefetch(String id) {
    latest = bookings.findById(id).cache();
    return latest;
  }
}
