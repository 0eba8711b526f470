package pitfalls.blockingcallinasynccontext;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Do RxJava chains wait on the computation scheduler? */
final class RxJavaChains {
  private final CartRepository carts;
  private final AuditLog audit;

  RxJavaChains(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  Single<Cart> callableOnComputation(String id) {
    return Single.fromCallable(() -> carts.load(id)) // expect: BlockingCallInAsyncContext definite
        .subscribeOn(Schedulers.computation());
  }

  Flowable<Cart> mapAfterObserveOnComputation(Flowable<String> ids) {
    return ids.observeOn(Schedulers.computation())
        .map(carts::load); // expect: BlockingCallInAsyncContext definite
  }

  Disposable intervalOnDefaultScheduler() {
    return Observable.interval(1, TimeUnit.MINUTES)
        .subscribe(
            tick -> audit.append("tick " + tick), // expect: BlockingCallInAsyncContext definite
            error -> System.err.println("ticks stopped: " + error));
  }

  Observable<Cart> doOnNextAfterDelay(List<Cart> batch) {
    return Observable.fromIterable(batch)
        .delay(100, TimeUnit.MILLISECONDS)
        .doOnNext(carts::save); // expect: BlockingCallInAsyncContext definite
  }

  Single<Cart> backToComputation(String id) {
    return Single.fromCallable(() -> carts.load(id))
        .subscribeOn(Schedulers.io())
        .observeOn(Schedulers.computation())
        .doOnSuccess(cart -> carts.save(cart)); // expect: BlockingCallInAsyncContext definite
  }

  Single<Cart> callableOnIo(String id) {
    return Single.fromCallable(() -> carts.load(id)).subscribeOn(Schedulers.io());
  }

  Flowable<Cart> mapAfterObserveOnIo(Flowable<String> ids) {
    return ids.observeOn(Schedulers.io()).map(carts::load);
  }

  Completable actionOnIo(Cart cart) {
    return Completable.fromAction(() -> carts.save(cart)).subscribeOn(Schedulers.io());
  }

  Observable<Cart> delayThenIo(List<Cart> batch) {
    return Observable.fromIterable(batch)
        .delay(100, TimeUnit.MILLISECONDS)
        .observeOn(Schedulers.io())
        .doOnNext(carts::save);
  }

  Disposable intervalOnIo() {
    return Observable.interval(1, TimeUnit.MINUTES, Schedulers.io())
        .subscribe(
            tick -> audit.append("tick " + tick),
            error -> System.err.println("ticks stopped: " + error));
  }

  Flowable<Cart> schedulerFromCaller(Flowable<String> ids, Scheduler scheduler) {
    return ids.observeOn(scheduler).map(carts::load);
  }

  Flowable<Cart> memoryOnComputation(Flowable<String> ids) {
    return ids.observeOn(Schedulers.computation()).map(carts::recent);
  }
}
