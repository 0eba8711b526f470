package pitfalls.nestedsubscribe;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Work that is started from inside a chain of Reactor, or that is part of it. */
final class ReactorChains {
  private static final Logger log = LoggerFactory.getLogger(ReactorChains.class);

  private final Customers customers;
  private Disposable cleaning;

  ReactorChains(Customers customers) {
    this.customers = customers;
  }

  Mono<Customer> auditedOnTheSide(Customer customer) {
    return customers
        .save(customer)
        .doOnNext(
            saved ->
                customers.audit("saved " + saved.id()).subscribe()); // expect: NestedSubscribe
  }

  Mono<Customer> auditedBeforeTheReturn(Customer customer) {
    customers.audit("saving " + customer.id()).subscribe(); // expect: NestedSubscribe
    return customers.save(customer);
  }

  Mono<String> savedInsideAMap(String id) {
    return customers
        .findById(id)
        .map(
            found -> {
              customers
                  .save(new Customer(found.id(), found.mail(), true))
                  .subscribe(); // expect: NestedSubscribe
              return found.mail();
            });
  }

  Mono<Customer> failureRecorded(Customer customer) {
    return customers
        .save(customer)
        .doOnError(
            failure ->
                customers
                    .audit("failed " + customer.id())
                    .subscribe(done -> log.info("recorded"))); // expect: NestedSubscribe
  }

  Mono<Void> eachOfAList(List<Customer> all) {
    return Mono.just(all)
        .doOnNext(
            list ->
                list.forEach(
                    each -> customers.delete(each).subscribe())) // expect: NestedSubscribe
        .then();
  }

  void insideASubscriber() {
    customers
        .findAll()
        .filter(customer -> !customer.active())
        .subscribe(
            idle -> customers.delete(idle).subscribe(), // expect: NestedSubscribe
            failure -> log.error("not cleaned", failure));
  }

  Mono<Customer> failureOfItsOwnLogged(Customer customer) {
    return customers
        .save(customer)
        .doOnSuccess(
            saved ->
                customers
                    .audit("saved " + saved.id())
                    .subscribe( // expect: NestedSubscribe likely
                        done -> {}, failure -> log.warn("not audited", failure)));
  }

  Mono<Customer> conditionally(Customer customer) {
    if (customer.active()) {
      customers.audit("active " + customer.id()).subscribe(); // expect: NestedSubscribe
    }
    return customers.save(customer);
  }

  Mono<Customer> auditedInTheChain(Customer customer) {
    return customers
        .save(customer)
        .delayUntil(saved -> customers.audit("saved " + saved.id()));
  }

  Mono<Customer> fireAndForget(Customer customer) {
    return customers
        .save(customer)
        .doOnNext(
            saved ->
                customers
                    .audit("saved " + saved.id())
                    .doOnError(failure -> log.warn("not audited", failure))
                    .subscribeOn(Schedulers.boundedElastic())
                    .subscribe());
  }

  Mono<Void> kept(Customer customer) {
    cleaning = customers.delete(customer).subscribe(done -> {}, e -> log.warn("kept", e));
    return customers.audit("deleting " + customer.id());
  }

  void stop() {
    cleaning.dispose();
  }

  Flux<Customer> bridged() {
    Sinks.Many<Customer> sink = Sinks.many().multicast().onBackpressureBuffer();
    customers.findAll().subscribe(sink::tryEmitNext, sink::tryEmitError);
    return sink.asFlux();
  }

  Flux<Customer> emitted() {
    return Flux.create(
        sink ->
            sink.onDispose(
                customers.findAll().subscribe(sink::next, sink::error, sink::complete)));
  }

  Mono<Customer> startedEarly(String id) {
    Mono<Customer> loading = customers.findById(id).cache();
    loading.subscribe(loaded -> log.info("warm"), failure -> log.warn("cold", failure));
    return loading;
  }

  Mono<Customer> loggedWhenCancelled(Customer customer) {
    return customers
        .save(customer)
        .doOnCancel(
            () ->
                customers
                    .audit("cancelled " + customer.id())
                    .subscribe(done -> {}, failure -> log.warn("not audited", failure)));
  }

  void atTheEdge(Customer customer) {
    customers
        .save(customer)
        .flatMap(saved -> customers.audit("saved " + saved.id()))
        .subscribe(done -> {}, failure -> log.error("not saved", failure));
  }

  Flux<Customer> subscriberOfTheCaller(org.reactivestreams.Subscriber<Customer> screen) {
    customers.findAll().subscribe(screen);
    return customers.findAll();
  }
}
