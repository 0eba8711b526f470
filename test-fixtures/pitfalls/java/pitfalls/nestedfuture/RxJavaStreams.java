package pitfalls.nestedfuture;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;

/** RxJava operators that map to a source, or flatten it. */
final class RxJavaStreams {
  interface Users {
    Single<User> load(String id);

    Maybe<User> find(String id);

    Completable save(User user);

    Flowable<User> all();
  }

  private final Users users;

  RxJavaStreams(Users users) {
    this.users = users;
  }

  Completable savedInMap(String id) {
    return users.load(id).map(user -> users.save(user)).ignoreElement(); // expect: NestedFuture
  }

  Completable neverSaved() {
    return users.all().map(users::save).ignoreElements(); // expect: NestedFuture
  }

  Maybe<?> maybeMapped(String id) {
    return users.find(id).map(users::save); // expect: NestedFuture
  }

  Observable<?> loadedInMap(Observable<String> ids) {
    return ids.map(users::load); // expect: NestedFuture
  }

  Single<?> callable(String id) {
    return Single.fromCallable(() -> users.load(id)); // expect: NestedFuture
  }

  Completable flatMapped(String id) {
    return users.load(id).flatMapCompletable(users::save);
  }

  Completable flattenedByConcat() {
    return Completable.concat(users.all().map(users::save));
  }

  Completable flattenedByMerge() {
    return Completable.merge(users.all().map(users::save));
  }

  Observable<User> flattenedByConcatMapSingle(Observable<String> ids) {
    return ids.map(users::load).concatMapSingle(loading -> loading);
  }

  Observable<User> flattenedBySwitchOnNext(Observable<String> selected) {
    return Observable.switchOnNext(selected.map(id -> users.load(id).toObservable()));
  }

  Single<User> deferred(String id) {
    return Single.defer(() -> users.load(id));
  }
}
