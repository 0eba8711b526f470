package pitfalls.doublesubscription;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A reactive repository as R2DBC users declare it; nobody implements it here. */
interface InvoiceRepository {
  Mono<Invoice> save(Invoice invoice);

  Mono<Invoice> findById(String id);

  Flux<Invoice> findByCustomer(String customer);
}
