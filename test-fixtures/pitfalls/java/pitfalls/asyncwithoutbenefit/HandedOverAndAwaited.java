package pitfalls.asyncwithoutbenefit;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Does the caller hand work over that it could do itself while it waits? */
final class HandedOverAndAwaited {
  private final QuoteService quotes;
  private final ExecutorService documents = Executors.newSingleThreadExecutor();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ExecutorService given;

  HandedOverAndAwaited(QuoteService quotes, ExecutorService given) {
    this.quotes = quotes;
    this.given = given;
  }

  long suppliedAndJoined(List<Quote> all) {
    return CompletableFuture.supplyAsync(() -> total(all)).join(); // expect: AsyncWithoutBenefit
  }

  long suppliedAndGotInTry(List<Quote> all) throws InterruptedException {
    CompletableFuture<Long> sum = CompletableFuture.supplyAsync(() -> total(all));
    try {
      return sum.get(); // expect: AsyncWithoutBenefit
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  String suppliedMappedAndJoined(List<Quote> all) {
    return CompletableFuture.supplyAsync(() -> total(all))
        .thenApply(sum -> "total: " + sum)
        .join(); // expect: AsyncWithoutBenefit
  }

  void runAndJoined(List<Quote> all) {
    CompletableFuture.runAsync(() -> all.forEach(this::index)).join(); // expect: AsyncWithoutBenefit
  }

  Quote submittedToCachedPoolAndGot(String line) throws Exception {
    Future<Quote> parsed = workers.submit(() -> Quote.parse(line));
    return parsed.get(); // expect: AsyncWithoutBenefit
  }

  void threadStartedAndJoined(List<Quote> all) throws InterruptedException {
    Thread indexer = new Thread(() -> all.forEach(this::index));
    indexer.start();
    indexer.join(); // expect: AsyncWithoutBenefit likely
  }

  long callableBlockedFor(List<Quote> all) {
    Long sum = Mono.fromCallable(() -> total(all)).block(); // expect: AsyncWithoutBenefit
    return sum == null ? 0 : sum;
  }

  Quote callableOnElasticBlockedFor(String line) {
    return Mono.fromCallable(() -> Quote.parse(line))
        .subscribeOn(Schedulers.boundedElastic())
        .map(quote -> quote.discounted(5))
        .block(); // expect: AsyncWithoutBenefit
  }

  Quote uniAwaited(String line) {
    return Uni.createFrom()
        .item(() -> Quote.parse(line))
        .await()
        .indefinitely(); // expect: AsyncWithoutBenefit
  }

  Quote singleBlockedFor(String line) {
    return Single.fromCallable(() -> Quote.parse(line)).blockingGet(); // expect: AsyncWithoutBenefit
  }

  long timeLimitOnTheWait(List<Quote> all)
      throws InterruptedException, ExecutionException, TimeoutException {
    return CompletableFuture.supplyAsync(() -> total(all)).get(2, TimeUnit.SECONDS);
  }

  long timeLimitOnTheFuture(List<Quote> all) {
    return CompletableFuture.supplyAsync(() -> total(all)).orTimeout(2, TimeUnit.SECONDS).join();
  }

  Quote remoteApiAwaited(String product) {
    return quotes.find(product).join();
  }

  Quote remotePublisherAwaited(String product) {
    return quotes.findReactive(product).block();
  }

  Quote boundToOneThread(String line) throws Exception {
    return documents.submit(() -> Quote.parse(line)).get();
  }

  Quote onAnExecutorNobodyKnows(String line) throws Exception {
    return given.submit(() -> Quote.parse(line)).get();
  }

  List<Quote> parallelStreamInOwnPool(ForkJoinPool pool, List<String> lines) {
    return pool.submit(() -> lines.parallelStream().map(Quote::parse).toList()).join();
  }

  long otherWorkMeanwhile(List<Quote> first, List<Quote> second) {
    CompletableFuture<Long> started = CompletableFuture.supplyAsync(() -> total(first));
    long here = total(second);
    return here + started.join();
  }

  long bothAtTheSameTime(List<Quote> first, List<Quote> second) {
    CompletableFuture<Long> one = CompletableFuture.supplyAsync(() -> total(first));
    CompletableFuture<Long> two = CompletableFuture.supplyAsync(() -> total(second));
    return one.join() + two.join();
  }

  Quote failureHandledOnTheWay(String line) {
    try {
      return CompletableFuture.supplyAsync(() -> Quote.parse(line))
          .exceptionally(failure -> new Quote(line, 0))
          .join();
    } catch (CompletionException e) {
      return new Quote(line, -1);
    }
  }

  Quote retriedAndBlockedFor(String line) {
    return Mono.fromCallable(() -> Quote.parse(line)).retry(3).block();
  }

  void threadWithDeepStack(Runnable recursion) throws InterruptedException {
    Thread deep = new Thread(null, recursion, "deep", 512L << 20);
    deep.start();
    deep.join();
  }

  void threadWithOtherClassLoader(Runnable plugin, ClassLoader loader) throws InterruptedException {
    Thread isolated = new Thread(plugin);
    isolated.setContextClassLoader(loader);
    isolated.start();
    isolated.join();
  }

  void joinedOnlyIfAsked(List<Quote> all, boolean wait) throws Exception {
    Future<?> indexed = workers.submit(() -> all.forEach(this::index));
    if (wait) {
      indexed.get();
    }
  }

  private void index(Quote quote) {
    if (quote.cents() < 0) {
      throw new IllegalArgumentException(quote.product());
    }
  }

  private static long total(List<Quote> all) {
    return all.stream().mapToLong(Quote::cents).sum();
  }
}
