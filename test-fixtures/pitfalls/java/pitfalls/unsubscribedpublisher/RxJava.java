package pitfalls.unsubscribedpublisher;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.observers.DisposableSingleObserver;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** RxJava sources of a user's own store: cold until subscribed; subjects are hot. */
final class RxJava {
  private static final Logger log = LoggerFactory.getLogger(RxJava.class);

  interface BookingStore {
    Completable insert(Booking booking);

    Single<Booking> load(String id);

    Maybe<Booking> find(String id);

    Flowable<Booking> all();
  }

  private final BookingStore store;
  private final PublishSubject<Booking> changes = PublishSubject.create();
  private final CompositeDisposable subscriptions = new CompositeDisposable();

  RxJava(BookingStore store) {
    this.store = store;
  }

  void insertDropped(Booking booking) {
    store.insert(booking); // expect: UnsubscribedPublisher
  }

  void loadedWithASideEffectAndDropped(String id) {
    store
        .load(id)
        .doOnSuccess(booking -> log.info("loaded {}", booking)); // expect: UnsubscribedPublisher
  }

  void insertedForEach(List<Booking> bookings) {
    bookings.forEach(store::insert); // expect: UnsubscribedPublisher
  }

  Observable<Booking> insertInDoOnNext() {
    return changes.doOnNext(booking -> store.insert(booking)); // expect: UnsubscribedPublisher
  }

  void mergedAndDropped(Booking first, Booking second) {
    Completable.mergeArray( // expect: UnsubscribedPublisher
        store.insert(first), store.insert(second));
  }

  void maybeDropped(String id) {
    store.find(id).flatMapCompletable(store::insert); // expect: UnsubscribedPublisher
  }

  void subscribedWithBothHandlers(Booking booking) {
    subscriptions.add(
        store
            .insert(booking)
            .subscribe(() -> log.info("inserted"), failure -> log.error("lost", failure)));
  }

  void subscribedWithAnObserver(String id) {
    subscriptions.add(
        store
            .load(id)
            .subscribeWith(
                new DisposableSingleObserver<Booking>() {
                  @Override
                  public void onSuccess(Booking booking) {
                    log.info("loaded {}", booking);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    log.error("could not load", failure);
                  }
                }));
  }

  void emittedIntoASubject(Booking booking) {
    changes.onNext(booking);
  }

  Completable insertsInOrder() {
    return store.all().concatMapCompletable(store::insert);
  }

  Booking waitedForInABatchJob(String id) {
    return store.load(id).blockingGet();
  }
}
