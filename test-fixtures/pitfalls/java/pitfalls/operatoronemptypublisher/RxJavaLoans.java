package pitfalls.operatoronemptypublisher;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;

/** A Completable has no value, also when it is called something else. */
final class RxJavaLoans {
  /** The catalogue, asked through RxJava. */
  interface Catalogue {
    Completable reserve(String book);

    Single<Loan> lend(String book);

    Flowable<Loan> lent();
  }

  private final Catalogue catalogue;

  RxJavaLoans(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Observable<Loan> lentNever(String book) {
    return catalogue
        .reserve(book)
        .<Object>toObservable()
        .flatMapSingle(done -> catalogue.lend(book)); // expect: OperatorOnEmptyPublisher
  }

  Maybe<Loan> maybeNever(String book) {
    return catalogue
        .reserve(book)
        .<Object>toMaybe()
        .flatMapSingle(done -> catalogue.lend(book)); // expect: OperatorOnEmptyPublisher
  }

  Single<Loan> andThen(String book) {
    return catalogue.reserve(book).andThen(catalogue.lend(book));
  }

  Single<Loan> withADefault(String book) {
    return catalogue.reserve(book).toSingleDefault(book).flatMap(catalogue::lend);
  }

  Flowable<String> titles() {
    return catalogue.lent().map(Loan::id);
  }
}
