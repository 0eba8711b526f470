package pitfalls.unsubscribedpublisher;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishers that somebody holds or subscribes although a statement ends with them. */
final class KeptPublishers {
  private static final Logger log = LoggerFactory.getLogger(KeptPublishers.class);

  record Page(int number, Flux<Booking> bookings) {}

  private final BookingRepository bookings;
  private final Mono<Booking> template;
  private volatile Mono<Booking> current = Mono.empty();

  KeptPublishers(BookingRepository bookings) {
    this.bookings = bookings;
    this.template = bookings.findById("template").cache();
  }

  Mono<Booking> template() {
    return template;
  }

  void assignmentAsALambda(Executor pool, String id) {
    pool.execute(() -> current = bookings.findById(id));
  }

  Mono<Booking> current() {
    return current;
  }

  Page insideARecord(int number, String guest) {
    return new Page(number, bookings.findByGuest(guest).skip(number * 20L).take(20));
  }

  Mono<Void> chainedInALoop(List<String> ids) {
    Mono<Void> all = Mono.empty();
    for (String id : ids) {
      all = all.then(bookings.deleteById(id));
    }
    return all;
  }

  Mono<Booking> chosenByASwitch(Booking booking, String action) {
    return switch (action) {
      case "save" -> bookings.save(booking);
      case "cancel" -> bookings.deleteById(booking.id()).thenReturn(booking);
      default -> Mono.just(booking);
    };
  }

  Supplier<Flux<Booking>> capturedByALambda(String guest) {
    Flux<Booking> stays = bookings.findByGuest(guest);
    return () -> stays;
  }

  void subscribedWithASubscriber(String guest) {
    bookings
        .findByGuest(guest)
        .subscribe(
            new BaseSubscriber<Booking>() {
              @Override
              protected void hookOnNext(Booking booking) {
                log.info("stay {}", booking);
              }

              @Override
              protected void hookOnError(Throwable failure) {
                log.error("no stays", failure);
              }
            });
  }

  Flowable<Booking> subscribedWithAProcessor(Flowable<Booking> source) {
    PublishProcessor<Booking> relay = PublishProcessor.create();
    source.subscribeWith(relay);
    return relay;
  }

  Multi<Booking> subscribedByAProcessor(Multi<Booking> source) {
    BroadcastProcessor<Booking> relay = BroadcastProcessor.create();
    source.subscribe().withSubscriber(relay);
    return relay;
  }

  Mono<Booking> retriedByItself(String id, int attempts) {
    return bookings
        .findById(id)
        .switchIfEmpty(
            Mono.defer(() -> attempts == 0 ? Mono.empty() : retriedByItself(id, attempts - 1)));
  }

  void retryStarted(String id) {
    retriedByItself(id, 3); // expect: UnsubscribedPublisher
  }

  void suppliedAndDropped(Booking booking) {
    Supplier<Mono<Booking>> save = () -> bookings.save(booking);
    save.get(); // missed-alarm: UnsubscribedPublisher - the type argument of the supplier is erased
  }
}
