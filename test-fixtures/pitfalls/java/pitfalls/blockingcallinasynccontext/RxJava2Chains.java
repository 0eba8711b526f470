package pitfalls.blockingcallinasynccontext;

import io.reactivex.Flowable;
import io.reactivex.Single;
import io.reactivex.schedulers.Schedulers;
import java.util.concurrent.TimeUnit;

/** Do chains of RxJava 2 wait on the computation scheduler? */
final class RxJava2Chains {
  private final CartRepository carts;

  RxJava2Chains(CartRepository carts) {
    this.carts = carts;
  }

  Single<Cart> callableOnComputation(String id) {
    return Single.fromCallable(() -> carts.load(id)) // expect: BlockingCallInAsyncContext definite
        .subscribeOn(Schedulers.computation());
  }

  Flowable<Cart> mapAfterDelay(Flowable<String> ids) {
    return ids.delay(1, TimeUnit.SECONDS)
        .map(id -> carts.load(id)); // expect: BlockingCallInAsyncContext definite
  }

  Flowable<Cart> mapOnIo(Flowable<String> ids) {
    return ids.observeOn(Schedulers.io()).map(id -> carts.load(id));
  }
}
