package pitfalls.unsubscribedpublisher;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A reactive repository as R2DBC users declare it; nobody implements it here. */
interface BookingRepository {
  Mono<Booking> save(Booking booking);

  Mono<Booking> findById(String id);

  Flux<Booking> findByGuest(String guest);

  Mono<Void> deleteById(String id);

  Mono<Void> close();
}
