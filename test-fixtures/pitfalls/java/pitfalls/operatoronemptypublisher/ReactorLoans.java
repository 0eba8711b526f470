package pitfalls.operatoronemptypublisher;

import java.time.Duration;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reactor chains that go on after a publisher without a value, rightly and wrongly. */
final class ReactorLoans {
  private static final Logger log = LoggerFactory.getLogger(ReactorLoans.class);

  private final LoanRepository loans;

  ReactorLoans(LoanRepository loans) {
    this.loans = loans;
  }

  Mono<Loan> extendedNever(Loan loan) {
    return loans
        .save(loan)
        .then()
        .flatMap(done -> loans.findById(loan.id())); // expect: OperatorOnEmptyPublisher
  }

  Mono<String> answeredNever(String reader) {
    return loans
        .findByReader(reader)
        .flatMap(loans::save)
        .ignoreElements()
        .map(last -> last.id()); // expect: OperatorOnEmptyPublisher
  }

  Mono<Loan> afterARunnable(Loan loan) {
    return Mono.fromRunnable(() -> log.info("saving {}", loan))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(done -> loans.save(loan)); // expect: OperatorOnEmptyPublisher
  }

  Mono<Loan> afterBoth(Loan first, Loan second) {
    return Mono.when(loans.save(first), loans.save(second))
        .timeout(Duration.ofSeconds(2))
        .flatMap(done -> loans.findById(first.id())); // expect: OperatorOnEmptyPublisher
  }

  Mono<Void> loggedNever(ServerWebExchange exchange, WebFilterChain chain) {
    return chain
        .filter(exchange)
        .doOnNext(done -> log.info("served")); // expect: OperatorOnEmptyPublisher
  }

  Mono<Loan> afterAHelper(Loan loan) {
    return notified(loan)
        .flatMap(done -> loans.save(loan)); // expect: OperatorOnEmptyPublisher
  }

  private Mono<Void> notified(Loan loan) {
    return loans.save(loan).doOnNext(saved -> log.info("saved {}", saved)).then();
  }

  Flux<Loan> manyNever(Loan loan) {
    Mono<Void> saving = loans.save(loan).then();
    return saving.flatMapMany( // expect: OperatorOnEmptyPublisher
        done -> loans.findByReader(loan.reader()));
  }

  Flux<Loan> publisherByMistake(String reader) {
    return loans
        .findByReader(reader)
        .concatMap(
            loan -> signal -> log.info("extending {}", loan)); // expect: OperatorOnEmptyPublisher
  }

  Mono<Loan> thenTheNext(Loan loan) {
    return loans.save(loan).then(loans.findById(loan.id()));
  }

  Mono<String> thenReturned(Loan loan) {
    return loans.save(loan).then().thenReturn("saved").map(String::toUpperCase);
  }

  Mono<Loan> oneThatMayBeEmpty(String id) {
    return loans.findById(id).flatMap(loans::save);
  }

  Mono<String> defaultFirst(Loan loan) {
    return loans.save(loan).then(Mono.just("done")).map(String::trim);
  }

  Mono<Void> sideEffectsOfTheEnd(Loan loan) {
    return loans
        .save(loan)
        .then()
        .doOnSuccess(done -> log.info("saved"))
        .doOnError(failure -> log.error("not saved", failure));
  }

  Mono<Long> counted(String reader) {
    return loans.findByReader(reader).ignoreElements().hasElement().map(any -> any ? 1L : 0L);
  }

  Flux<Loan> otherSourceAppended(Loan loan) {
    return loans.save(loan).ignoreElement().concatWith(loans.findById(loan.id())).map(each -> each);
  }

  Mono<Loan> sometimesEmpty(Loan loan, boolean wanted) {
    Mono<Loan> source = wanted ? loans.save(loan) : Mono.empty();
    return source.map(saved -> new Loan(saved.id(), saved.reader(), saved.weeks() + 1));
  }

  Flux<Loan> publisherOnPurpose(String reader) {
    Publisher<Loan> again = subscriber -> loans.findByReader(reader).subscribe(subscriber);
    return Flux.from(again).map(each -> each);
  }
}
