package pitfalls.unsubscribedpublisher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lambdas and method references that return a publisher to a slot that wants nothing. */
final class VoidSlots {
  private static final Logger log = LoggerFactory.getLogger(VoidSlots.class);

  private final BookingRepository bookings;

  VoidSlots(BookingRepository bookings) {
    this.bookings = bookings;
  }

  void referenceInForEach(List<Booking> all) {
    all.forEach(bookings::save); // expect: UnsubscribedPublisher
  }

  void lambdaInIfPresent(Optional<Booking> booking) {
    booking.ifPresent(found -> bookings.deleteById(found.id())); // expect: UnsubscribedPublisher
  }

  Flux<Booking> saveInDoOnNext(String guest) {
    return bookings
        .findByGuest(guest)
        .doOnNext(booking -> bookings.save(booking)); // expect: UnsubscribedPublisher
  }

  Mono<Booking> referenceInDoOnSuccess(String id, BookingRepository archive) {
    return bookings.findById(id).doOnSuccess(archive::save); // expect: UnsubscribedPublisher
  }

  Flux<Booking> closeInDoFinally(String guest) {
    return bookings
        .findByGuest(guest)
        .doFinally(signal -> bookings.close()); // expect: UnsubscribedPublisher
  }

  Mono<Void> deleteInDoOnTerminate(String id) {
    return bookings
        .close()
        .doOnTerminate(() -> bookings.deleteById(id)); // expect: UnsubscribedPublisher
  }

  Mono<Booking> statementInABlockLambda(String id) {
    return bookings
        .findById(id)
        .map(
            booking -> {
              bookings.save(booking); // expect: UnsubscribedPublisher
              return booking;
            });
  }

  void executed(Executor pool, Booking booking) {
    pool.execute(() -> bookings.save(booking)); // expect: UnsubscribedPublisher
  }

  CompletableFuture<Void> saveInThenAccept(CompletableFuture<Booking> loading) {
    return loading.thenAccept(booking -> bookings.save(booking)); // expect: UnsubscribedPublisher
  }

  CompletableFuture<Void> runAsyncAroundAPublisher(String id, Executor pool) {
    return CompletableFuture.runAsync(
        () -> bookings.deleteById(id), pool); // expect: UnsubscribedPublisher
  }

  void storedConsumer(List<Booking> all) {
    Consumer<Booking> save = booking -> bookings.save(booking); // expect: UnsubscribedPublisher
    all.forEach(save);
  }

  void ownHigherOrderMethod(List<Booking> all) {
    eachLongStay(all, booking -> bookings.save(booking)); // expect: UnsubscribedPublisher
  }

  void savedOnShutdown(Booking booking) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> bookings.save(booking))); // expect: UnsubscribedPublisher
  }

  private static void eachLongStay(List<Booking> all, Consumer<Booking> action) {
    all.stream().filter(booking -> booking.nights() > 7).forEach(action);
  }

  Mono<Booking> delayedUntilTheArchiveHasIt(String id, BookingRepository archive) {
    return bookings.findById(id).delayUntil(archive::save);
  }

  Mono<Booking> supplierSlotIsNotVoid(String id) {
    return bookings.findById(id).switchIfEmpty(Mono.defer(() -> bookings.save(fresh(id))));
  }

  Flux<Booking> ownOperatorTakesAFunction(List<Booking> all) {
    return inOrder(all, bookings::save);
  }

  void subscribedInEach(List<Booking> all) {
    all.forEach(
        booking ->
            bookings
                .save(booking)
                .subscribe(
                    saved -> log.info("saved {}", saved.id()),
                    failure -> log.error("not saved", failure)));
  }

  private static Booking fresh(String id) {
    return new Booking(id, "walk-in", 1);
  }

  private static Flux<Booking> inOrder(List<Booking> all, Function<Booking, Mono<Booking>> action) {
    return Flux.fromIterable(all).concatMap(action);
  }
}
