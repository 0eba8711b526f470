package pitfalls.operatoronemptypublisher;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A reactive repository as R2DBC users declare it; nobody implements it here. */
interface LoanRepository {
  Mono<Loan> save(Loan loan);

  Mono<Loan> findById(String id);

  Flux<Loan> findByReader(String reader);

  Mono<Void> audit(String event);
}
