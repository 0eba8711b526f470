package pitfalls.doublesubscription;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.smallrye.mutiny.Uni;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same with RxJava and Mutiny. */
final class OtherLibraries {
  private static final Logger log = LoggerFactory.getLogger(OtherLibraries.class);

  /** A remote ledger, asked through RxJava. */
  interface Ledger {
    Single<Long> balance(String customer);

    Completable book(Invoice invoice);
  }

  /** A printer, asked through Mutiny. */
  interface Printer {
    Uni<String> print(Invoice invoice);
  }

  private final Ledger ledger;
  private final Printer printer;
  private final CompositeDisposable disposables = new CompositeDisposable();

  OtherLibraries(Ledger ledger, Printer printer) {
    this.ledger = ledger;
    this.printer = printer;
  }

  Completable bookedTwice(Invoice invoice) {
    Completable booking = ledger.book(invoice);
    disposables.add(
        booking.subscribe( // expect: DoubleSubscription likely
            () -> log.info("booked"), failure -> log.error("not booked", failure)));
    return booking;
  }

  Single<Long> computedTwice(Invoice invoice) {
    Single<Long> tax = Single.fromCallable(() -> invoice.cents() * 19 / 100);
    disposables.add(
        tax.subscribe( // expect: DoubleSubscription
            cents -> log.info("tax {}", cents), failure -> log.error("no tax", failure)));
    return tax;
  }

  Uni<String> printedTwice(Invoice invoice) {
    Uni<String> printing = printer.print(invoice);
    printing
        .subscribe()
        .with( // expect: DoubleSubscription likely
            page -> log.info("printed {}", page), failure -> log.error("jam", failure));
    return printing;
  }

  Completable bookedOnce(Invoice invoice) {
    Completable booking = ledger.book(invoice).cache();
    disposables.add(
        booking.subscribe(
            () -> log.info("booked"), failure -> log.error("not booked", failure)));
    return booking;
  }

  Uni<String> printedOnce(Invoice invoice) {
    Uni<String> printing = printer.print(invoice).memoize().indefinitely();
    printing
        .subscribe()
        .with(page -> log.info("printed {}", page), failure -> log.error("jam", failure));
    return printing;
  }

  void balancePolled(String customer, int times) {
    Single<Long> asking = ledger.balance(customer);
    for (int i = 0; i < times; i++) {
      disposables.add(
          asking.subscribe(
              cents -> log.info("balance {}", cents), failure -> log.warn("none", failure)));
    }
  }
}
