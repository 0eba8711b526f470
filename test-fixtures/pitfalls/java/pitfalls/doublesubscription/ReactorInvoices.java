package pitfalls.doublesubscription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Monos and fluxes in a local variable that is used more than once. */
final class ReactorInvoices {
  private static final Logger log = LoggerFactory.getLogger(ReactorInvoices.class);

  private final InvoiceRepository invoices;
  private final Sinks.Many<Invoice> issued = Sinks.many().multicast().onBackpressureBuffer();

  ReactorInvoices(InvoiceRepository invoices) {
    this.invoices = invoices;
  }

  Mono<Invoice> subscribedAndReturned(Invoice invoice) {
    Mono<Invoice> saving = invoices.save(invoice);
    saving.subscribe(); // expect: DoubleSubscription likely
    return saving;
  }

  Mono<Invoice> firstRunOnly(Invoice invoice) {
    AtomicBoolean started = new AtomicBoolean();
    Mono<Invoice> saving =
        Mono.defer(
            () -> started.compareAndSet(false, true) ? invoices.save(invoice) : Mono.just(invoice));
    saving.subscribe(
        saved -> log.info("saved {}", saved.id()), failure -> log.error("not saved", failure));
    return saving;
  }

  Mono<String> paidTwice(WebClient bank, Invoice invoice) {
    Mono<String> receipt =
        bank.post().uri("/payments").bodyValue(invoice).retrieve().bodyToMono(String.class);
    receipt.subscribe( // expect: DoubleSubscription
        number -> log.info("paid {}", number), failure -> log.error("not paid", failure));
    return receipt;
  }

  void loggedAndSaved(Invoice invoice) {
    Mono<Invoice> saving = invoices.save(invoice);
    saving.subscribe(
        saved -> log.info("saved {}", saved.id()), failure -> log.error("not saved", failure));
    saving
        .map(Invoice::cents)
        .subscribe( // expect: DoubleSubscription likely
            cents -> log.info("{} cents", cents), failure -> log.error("not saved", failure));
  }

  Mono<Long> chainOnItIsReturned(Invoice invoice) {
    Mono<Invoice> saving = invoices.save(invoice).timeout(Duration.ofSeconds(3));
    saving
        .doOnError(failure -> log.error("not saved", failure))
        .subscribe(); // expect: DoubleSubscription likely
    return saving.map(Invoice::cents);
  }

  long waitedForTwice(String id) {
    Mono<Invoice> finding = invoices.findById(id);
    if (finding.block() == null) {
      return 0;
    }
    return finding.block().cents(); // expect: DoubleSubscription likely
  }

  CompletableFuture<Invoice> convertedTwice(Invoice invoice) {
    Mono<Invoice> saving = Mono.defer(() -> invoices.save(invoice));
    CompletableFuture<Invoice> first = saving.toFuture();
    CompletableFuture<Invoice> second = saving.toFuture(); // expect: DoubleSubscription
    return first.thenCombine(second, (one, other) -> other);
  }

  Flux<Invoice> throughAHelper(String customer) {
    Flux<Invoice> open = open(customer);
    open.count()
        .subscribe( // expect: DoubleSubscription
            count -> log.info("{} open", count), failure -> log.error("not counted", failure));
    return open;
  }

  private Flux<Invoice> open(String customer) {
    return invoices.findByCustomer(customer).filter(invoice -> invoice.cents() > 0);
  }

  Mono<Invoice> cached(Invoice invoice) {
    Mono<Invoice> saving = invoices.save(invoice).cache();
    saving.subscribe();
    return saving;
  }

  Flux<Invoice> shared(String customer) {
    Flux<Invoice> all = invoices.findByCustomer(customer).publish().refCount(2);
    all.count()
        .subscribe(
            count -> log.info("{} invoices", count), failure -> log.error("none", failure));
    return all;
  }

  Mono<Invoice> oneOrTheOther(Invoice invoice, boolean inBackground) {
    Mono<Invoice> saving = invoices.save(invoice);
    if (inBackground) {
      saving.subscribe(
          saved -> log.info("saved {}", saved), failure -> log.error("not saved", failure));
      return Mono.just(invoice);
    }
    return saving;
  }

  long onceMoreAfterAFailure(String id) {
    Mono<Invoice> finding = invoices.findById(id);
    try {
      return finding.block(Duration.ofSeconds(1)).cents();
    } catch (IllegalStateException timeout) {
      return finding.block(Duration.ofSeconds(5)).cents();
    }
  }

  Flux<Invoice> hotSource(Invoice invoice) {
    Flux<Invoice> feed = issued.asFlux();
    issued.tryEmitNext(invoice);
    feed.subscribe(
        each -> log.info("issued {}", each), failure -> log.error("feed broken", failure));
    return feed;
  }

  Mono<Invoice> ofTheCaller(Mono<Invoice> work) {
    work.subscribe(
        each -> log.info("done {}", each), failure -> log.error("not done", failure));
    return work;
  }

  Mono<Invoice> valueThatIsThere(Invoice invoice) {
    Mono<Invoice> given = Mono.just(invoice);
    given.subscribe(each -> log.info("given {}", each));
    return given;
  }

  Mono<Invoice> cachedInTheHelper(String id) {
    Mono<Invoice> current = current(id);
    current.subscribe(
        each -> log.info("current {}", each), failure -> log.error("no current", failure));
    return current;
  }

  private Mono<Invoice> current(String id) {
    return invoices.findById(id).cache(Duration.ofMinutes(1));
  }

  Mono<Long> usedTwiceInOneChain(String customer) {
    Flux<Invoice> all = invoices.findByCustomer(customer);
    return all.count().flatMap(count -> count == 0 ? Mono.just(0L) : sum(all));
  }

  private static Mono<Long> sum(Flux<Invoice> all) {
    return all.map(Invoice::cents).reduce(0L, Long::sum);
  }
}
