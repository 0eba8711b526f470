package pitfalls.implicitcommonpool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import pitfalls.implicitcommonpool.Ranking.Offer;

/** Has a stage a default of its own, so that nothing goes to the common pool? */
final class OwnDefaults {
  /** A future whose stages compute on the executor of the search. */
  static final class SearchFuture<T> extends CompletableFuture<T> {
    private final Executor search;

    SearchFuture(Executor search) {
      this.search = search;
    }

    static <T> CompletableFuture<T> of(Executor search, Supplier<T> work) {
      SearchFuture<T> future = new SearchFuture<>(search);
      return future.completeAsync(work);
    }

    @Override
    public Executor defaultExecutor() {
      return search;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new SearchFuture<>(search);
    }
  }

  /** A future that only knows what it is for. */
  static final class NamedFuture<T> extends CompletableFuture<T> {
    private final String purpose;

    NamedFuture(String purpose) {
      this.purpose = purpose;
    }

    @Override
    public String toString() {
      return purpose + super.toString();
    }
  }

  /** A future that counts who depends on it, and leaves the rest to another. */
  static final class CountedFuture<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> counted;
    private final LongAdder dependents;

    CountedFuture(CompletableFuture<T> counted, LongAdder dependents) {
      this.counted = counted;
      this.dependents = dependents;
    }

    @Override
    public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> next) {
      dependents.increment();
      return counted.thenApplyAsync(next);
    }
  }

  private final Executor search;

  OwnDefaults(Executor search) {
    this.search = search;
  }

  CompletableFuture<Offer> own(SearchFuture<List<Offer>> offers) {
    return offers.thenApplyAsync(Ranking::best);
  }

  CompletableFuture<String> ownThroughChain(SearchFuture<List<Offer>> offers) {
    return offers.thenApply(Ranking::rank).thenApply(Ranking::best).thenApplyAsync(Ranking::label);
  }

  CompletableFuture<Offer> ownInLocal(List<Offer> offers) {
    CompletableFuture<List<Offer>> start = new SearchFuture<>(search);
    CompletableFuture<Offer> best = start.thenApplyAsync(Ranking::best);
    start.complete(offers);
    return best;
  }

  CompletableFuture<Offer> ownThroughHelper(List<Offer> offers) {
    return SearchFuture.of(search, () -> Ranking.rank(offers)).thenApplyAsync(Ranking::best);
  }

  CompletableFuture<Offer> onlyNamed(NamedFuture<List<Offer>> offers) {
    return offers.thenApplyAsync(Ranking::best); // expect: ImplicitCommonPool
  }

  CompletableFuture<Offer> copied(SearchFuture<List<Offer>> offers) {
    return CompletableFuture.supplyAsync(() -> 3) // expect: ImplicitCommonPool
        .thenCombine(offers, (count, each) -> each.get(count));
  }
}
