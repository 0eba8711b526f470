package pitfalls.unsafestateacrossasync;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The same questions for RxJava and Mutiny. */
final class RxAndMutinyPipelines {
  record Quote(String symbol, double price) {}

  interface RxQuotes {
    Single<Quote> latest(String symbol);
  }

  interface Quotes {
    Uni<Quote> latest(String symbol);
  }

  private final RxQuotes rx;
  private final Quotes quotes;

  RxAndMutinyPipelines(RxQuotes rx, Quotes quotes) {
    this.rx = rx;
    this.quotes = quotes;
  }

  Single<Map<String, Quote>> rxInnerOnIo(List<String> symbols) {
    Map<String, Quote> bySymbol = new HashMap<>();
    return Observable.fromIterable(symbols)
        .flatMapSingle(
            symbol ->
                rx.latest(symbol)
                    .subscribeOn(Schedulers.io())
                    .doOnSuccess(q -> bySymbol.put(symbol, q))) // expect: UnsafeStateAcrossAsync
        .ignoreElements()
        .toSingle(() -> bySymbol);
  }

  Single<List<Double>> rxParallelRails(Flowable<Quote> feed) {
    List<Double> prices = new ArrayList<>();
    return feed.parallel()
        .runOn(Schedulers.computation())
        .doOnNext(q -> prices.add(q.price())) // expect: UnsafeStateAcrossAsync definite
        .sequential()
        .ignoreElements()
        .toSingle(() -> prices);
  }

  Uni<Map<String, Quote>> mutinyMerged(List<String> symbols) {
    Map<String, Quote> bySymbol = new TreeMap<>();
    return Multi.createFrom()
        .iterable(symbols)
        .onItem()
        .transformToUniAndMerge(
            symbol ->
                quotes
                    .latest(symbol)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(q -> bySymbol.put(symbol, q))) // expect: UnsafeStateAcrossAsync
        .collect()
        .asList()
        .map(done -> bySymbol);
  }

  Uni<Double> mutinyJoinedWriters(List<String> symbols) {
    double[] sum = new double[1];
    List<Uni<Quote>> parts = new ArrayList<>();
    for (String symbol : symbols) {
      parts.add(
          quotes
              .latest(symbol)
              .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
              .invoke(quote -> sum[0] += quote.price())); // expect: UnsafeStateAcrossAsync
    }
    return Uni.join().all(parts).andFailFast().map(done -> sum[0]);
  }

  // Silent from here on.

  Single<List<Quote>> rxAfterFlatMap(List<String> symbols) {
    List<Quote> all = new ArrayList<>();
    return Observable.fromIterable(symbols)
        .flatMapSingle(symbol -> rx.latest(symbol).subscribeOn(Schedulers.io()))
        .doOnNext(all::add)
        .ignoreElements()
        .toSingle(() -> all);
  }

  Single<List<Quote>> rxConcatMap(List<String> symbols) {
    List<Quote> all = new ArrayList<>();
    return Observable.fromIterable(symbols)
        .concatMapSingle(symbol -> rx.latest(symbol).doOnSuccess(all::add))
        .ignoreElements()
        .toSingle(() -> all);
  }

  Single<List<Quote>> rxCollected(List<String> symbols) {
    return Observable.fromIterable(symbols)
        .flatMapSingle(symbol -> rx.latest(symbol).subscribeOn(Schedulers.io()))
        .collect(ArrayList::new, List::add);
  }

  Single<Double> rxReduced(Flowable<Quote> feed) {
    return feed.map(Quote::price).reduce(0.0, Double::sum);
  }

  Single<String> rxOneChain(String symbol) {
    StringBuilder trail = new StringBuilder(symbol);
    return rx.latest(symbol)
        .observeOn(Schedulers.computation())
        .map(quote -> trail.append('=').append(quote.price()))
        .map(StringBuilder::toString);
  }

  Uni<List<Quote>> mutinyConcatenated(List<String> symbols) {
    List<Quote> all = new ArrayList<>();
    return Multi.createFrom()
        .iterable(symbols)
        .onItem()
        .transformToUniAndConcatenate(symbol -> quotes.latest(symbol).invoke(all::add))
        .collect()
        .last()
        .map(done -> all);
  }

  Uni<Map<String, Quote>> mutinyConcurrentMap(List<String> symbols) {
    Map<String, Quote> bySymbol = new ConcurrentHashMap<>();
    return Multi.createFrom()
        .iterable(symbols)
        .onItem()
        .transformToUniAndMerge(
            symbol -> quotes.latest(symbol).invoke(quote -> bySymbol.put(symbol, quote)))
        .collect()
        .asList()
        .map(done -> bySymbol);
  }

  Uni<Map<String, Quote>> mutinyCollected(List<String> symbols) {
    return Multi.createFrom()
        .iterable(symbols)
        .onItem()
        .transformToUniAndMerge(quotes::latest)
        .collect()
        .asMap(Quote::symbol);
  }
}
