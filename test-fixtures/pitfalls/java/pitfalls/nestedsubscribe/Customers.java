package pitfalls.nestedsubscribe;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A reactive repository as R2DBC users declare it; nobody implements it here. */
interface Customers {
  Mono<Customer> save(Customer customer);

  Mono<Customer> findById(String id);

  Flux<Customer> findAll();

  Mono<Void> delete(Customer customer);

  Mono<Void> audit(String event);
}
