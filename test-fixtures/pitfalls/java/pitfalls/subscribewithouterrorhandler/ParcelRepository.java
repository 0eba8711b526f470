package pitfalls.subscribewithouterrorhandler;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A reactive repository as R2DBC users declare it; nobody implements it here. */
interface ParcelRepository {
  Mono<Parcel> save(Parcel parcel);

  Mono<Parcel> findById(String id);

  Flux<Parcel> findByCity(String city);

  Mono<Void> deleteById(String id);
}
