package pitfalls.nestedsubscribe;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.smallrye.mutiny.Uni;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same with RxJava and Mutiny. */
final class OtherLibraries {
  private static final Logger log = LoggerFactory.getLogger(OtherLibraries.class);

  /** Sends mail through RxJava. */
  interface Mailer {
    Completable send(String mail);

    Observable<Customer> signUps();
  }

  /** Counts through Mutiny. */
  interface Counters {
    Uni<Long> increment(String name);

    Uni<Customer> load(String id);
  }

  private final Mailer mailer;
  private final Counters counters;
  private final CompositeDisposable disposables = new CompositeDisposable();

  OtherLibraries(Mailer mailer, Counters counters) {
    this.mailer = mailer;
    this.counters = counters;
  }

  Observable<Customer> welcomed() {
    return mailer
        .signUps()
        .doOnNext(customer -> mailer.send(customer.mail()).subscribe()); // expect: NestedSubscribe
  }

  Uni<Customer> counted(String id) {
    return counters
        .load(id)
        .invoke(
            loaded ->
                counters
                    .increment("loads")
                    .subscribe()
                    .with(count -> log.info("{} loads", count))); // expect: NestedSubscribe
  }

  Uni<Customer> countedBefore(String id) {
    counters
        .increment("requests")
        .subscribe()
        .with(count -> log.info("{} requests", count)); // expect: NestedSubscribe
    return counters.load(id);
  }

  Observable<Customer> welcomedInTheChain() {
    return mailer
        .signUps()
        .concatMapSingle(
            customer -> mailer.send(customer.mail()).onErrorComplete().toSingleDefault(customer));
  }

  Uni<Customer> countedInTheChain(String id) {
    return counters.load(id).call(() -> counters.increment("loads"));
  }

  Observable<Customer> welcomedAndKept() {
    return mailer
        .signUps()
        .doOnNext(
            customer ->
                disposables.add(
                    mailer
                        .send(customer.mail())
                        .subscribe(() -> log.info("sent"), e -> log.warn("not sent", e))));
  }
}
