package pitfalls.subscribewithouterrorhandler;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.observers.DisposableSingleObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** RxJava throws the failure at the thread's uncaught-exception handler, which ends an Android app. */
final class RxJavaSubscriptions {
  private static final Logger log = LoggerFactory.getLogger(RxJavaSubscriptions.class);

  /** The remote side of the app. */
  interface ParcelApi {
    Single<Parcel> load(String id);

    Completable confirm(String id);

    Flowable<Parcel> nearby();

    Observable<String> positions();
  }

  private final ParcelApi api;
  private final CompositeDisposable disposables = new CompositeDisposable();

  RxJavaSubscriptions(ParcelApi api) {
    this.api = api;
  }

  void loadedIntoTheView(String id) {
    disposables.add(
        api.load(id)
            .subscribeOn(Schedulers.io())
            .subscribe(this::show)); // expect: SubscribeWithoutErrorHandler
  }

  void confirmed(String id) {
    disposables.add(
        api.confirm(id)
            .subscribe(() -> log.info("confirmed"))); // expect: SubscribeWithoutErrorHandler
  }

  void confirmedAndForgotten(String id) {
    disposables.add(
        api.confirm(id).subscribe()); // expect: SubscribeWithoutErrorHandler
  }

  void nearbyOnes() {
    disposables.add(
        api.nearby()
            .filter(parcel -> parcel.weight() < 2)
            .forEach(this::show)); // expect: SubscribeWithoutErrorHandler
  }

  void bothConsumers(String id) {
    disposables.add(
        api.load(id).subscribe(this::show, failure -> log.error("not loaded", failure)));
  }

  void eitherOfTwo(String id) {
    disposables.add(
        api.load(id)
            .subscribe(
                (parcel, failure) -> log.info("{} or {}", parcel, String.valueOf(failure))));
  }

  void fallsBack() {
    disposables.add(api.positions().onErrorReturnItem("unknown").subscribe(log::info));
  }

  void ignoredOnPurpose(String id) {
    disposables.add(api.confirm(id).onErrorComplete().subscribe());
  }

  void observerObject(String id) {
    disposables.add(
        api.load(id)
            .subscribeWith(
                new DisposableSingleObserver<Parcel>() {
                  @Override
                  public void onSuccess(Parcel parcel) {
                    show(parcel);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    log.error("not loaded", failure);
                  }
                }));
  }

  private void show(Parcel parcel) {
    log.info("parcel {}", parcel.id());
  }
}
