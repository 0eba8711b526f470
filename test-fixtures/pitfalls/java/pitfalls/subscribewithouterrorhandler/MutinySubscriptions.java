package pitfalls.subscribewithouterrorhandler;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mutiny: with(..) takes one callback or two. */
final class MutinySubscriptions {
  private static final Logger log = LoggerFactory.getLogger(MutinySubscriptions.class);

  /** The depot's service. */
  interface Depot {
    Uni<Parcel> accept(Parcel parcel);

    Multi<Parcel> waiting();
  }

  private final Depot depot;

  MutinySubscriptions(Depot depot) {
    this.depot = depot;
  }

  void onlyTheItem(Parcel parcel) {
    depot
        .accept(parcel)
        .subscribe()
        .with(accepted -> log.info("in {}", accepted)); // expect: SubscribeWithoutErrorHandler
  }

  void itemsAndCompletion() {
    depot
        .waiting()
        .subscribe()
        .with( // expect: SubscribeWithoutErrorHandler
            parcel -> log.info("waiting {}", parcel), () -> log.info("that is all"));
  }

  void retriedThreeTimes(Parcel parcel) {
    depot
        .accept(parcel)
        .onFailure()
        .retry()
        .atMost(3)
        .subscribe()
        .with(this::show); // expect: SubscribeWithoutErrorHandler
  }

  void bothCallbacks(Parcel parcel) {
    depot
        .accept(parcel)
        .subscribe()
        .with(this::show, failure -> log.error("not accepted", failure));
  }

  void recovered(Parcel parcel) {
    depot
        .accept(parcel)
        .onFailure()
        .recoverWithItem(parcel)
        .subscribe()
        .with(this::show);
  }

  void loggedInTheChain(Parcel parcel) {
    depot
        .accept(parcel)
        .onFailure()
        .invoke(failure -> log.error("not accepted", failure))
        .subscribe()
        .with(this::show);
  }

  void toldEitherWay(Parcel parcel) {
    depot
        .accept(parcel)
        .onItemOrFailure()
        .invoke((accepted, failure) -> log.info("{} {}", accepted, String.valueOf(failure)))
        .subscribe()
        .with(this::show);
  }

  void retriedForEver() {
    depot.waiting().onFailure().retry().indefinitely().subscribe().with(this::show);
  }

  private void show(Parcel parcel) {
    log.info("parcel {}", parcel);
  }
}
