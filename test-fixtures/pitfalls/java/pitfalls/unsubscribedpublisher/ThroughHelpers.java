package pitfalls.unsubscribedpublisher;

import java.util.List;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishers that reach the statement through helpers. */
final class ThroughHelpers {
  private final BookingRepository bookings;
  private final StartedReminders started;
  private final Reminders reminders;

  ThroughHelpers(BookingRepository bookings, StartedReminders started, Reminders reminders) {
    this.bookings = bookings;
    this.started = started;
    this.reminders = reminders;
  }

  void helperOfThisClass(List<Booking> all) {
    saveAll(all); // expect: UnsubscribedPublisher
  }

  private Flux<Booking> saveAll(List<Booking> all) {
    return Flux.fromIterable(all).concatMap(bookings::save);
  }

  void helperOfAnotherFile(Booking booking) {
    started.cancel(booking); // expect: UnsubscribedPublisher
  }

  void helperInAVoidSlot(Executor pool, Booking booking) {
    pool.execute(() -> started.cancel(booking)); // expect: UnsubscribedPublisher
  }

  void referenceToAHelper(List<Booking> all) {
    all.forEach(started::cancel); // expect: UnsubscribedPublisher
  }

  void helperThatSubscribes(Booking booking) {
    Background.start(bookings.save(booking));
  }

  void helperThatSubscribesAndReturns(Booking booking) {
    Background.started(bookings.save(booking));
  }

  void soleImplementationStartsItself(Booking booking) {
    reminders.schedule(booking);
  }

  void helperThatStartsInAVoidSlot(List<Booking> all) {
    all.forEach(booking -> Background.start(bookings.save(booking)));
  }

  void helperThatRecoversButDoesNotStart(Booking booking) {
    saveOrGiveUp(booking); // expect: UnsubscribedPublisher
  }

  private Mono<Booking> saveOrGiveUp(Booking booking) {
    return bookings.save(booking).onErrorResume(failure -> Mono.empty());
  }

  Mono<Void> helperReturnedOn(Booking booking) {
    return started.cancel(booking);
  }
}
