package pitfalls.unsubscribedpublisher;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Operators that return a new publisher, called as if they changed the one they are called on. */
final class DerivedPublishers {
  private static final Logger log = LoggerFactory.getLogger(DerivedPublishers.class);

  private final BookingRepository bookings;

  DerivedPublishers(BookingRepository bookings) {
    this.bookings = bookings;
  }

  Flux<Booking> filterHasNoEffect(String guest) {
    Flux<Booking> stays = bookings.findByGuest(guest);
    stays.filter(booking -> booking.nights() > 1); // expect: UnsubscribedPublisher
    return stays;
  }

  Mono<Booking> errorHandlerHasNoEffect(String id) {
    Mono<Booking> found = bookings.findById(id);
    found.doOnError(failure -> log.error("not found", failure)); // expect: UnsubscribedPublisher
    return found;
  }

  Mono<Booking> timeoutHasNoEffect(Booking booking) {
    Mono<Booking> saving = bookings.save(booking);
    if (booking.nights() > 30) {
      saving.timeout(Duration.ofSeconds(2)); // expect: UnsubscribedPublisher
    }
    return saving;
  }

  Flux<Booking> schedulerHasNoEffect(String guest) {
    Flux<Booking> stays = bookings.findByGuest(guest);
    stays.publishOn(Schedulers.boundedElastic()); // expect: UnsubscribedPublisher
    return stays.take(10);
  }

  Single<Booking> retryHasNoEffect(Single<Booking> remote) {
    remote.retry(3); // expect: UnsubscribedPublisher
    return remote;
  }

  Multi<Booking> loggerHasNoEffect(Multi<Booking> stays) {
    stays
        .onFailure()
        .invoke(failure -> log.error("stream broke", failure)); // expect: UnsubscribedPublisher
    return stays;
  }

  Flux<Booking> concatHasNoEffect(Flux<Booking> current, String guest) {
    current.concatWith(bookings.findByGuest(guest)); // expect: UnsubscribedPublisher
    return current;
  }

  Flux<Booking> reassigned(String guest, boolean longStays) {
    Flux<Booking> stays = bookings.findByGuest(guest);
    if (longStays) {
      stays = stays.filter(booking -> booking.nights() > 7);
    }
    return stays;
  }

  Mono<Booking> usedTwice(String id) {
    Mono<Booking> found = bookings.findById(id);
    Mono<Booking> walkIn = Mono.just(new Booking(id, "walk-in", 1));
    return found.switchIfEmpty(walkIn);
  }

  Mono<Long> operatorsAppliedByAHelper(String guest) {
    return bookings.findByGuest(guest).transform(DerivedPublishers::longStays).count();
  }

  private static Flux<Booking> longStays(Flux<Booking> stays) {
    return stays.filter(booking -> booking.nights() > 7);
  }
}
