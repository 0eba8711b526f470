package pitfalls.asyncwithoutbenefit;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Is a plain value wrapped only so that an operator can unwrap it? */
final class WrappedForNothing {
  private final QuoteService quotes;

  WrappedForNothing(QuoteService quotes) {
    this.quotes = quotes;
  }

  CompletableFuture<Quote> composedWithCompletedFuture(String product) {
    return quotes
        .find(product)
        .thenCompose( // expect: AsyncWithoutBenefit
            quote -> CompletableFuture.completedFuture(quote.discounted(10)));
  }

  CompletableFuture<Long> composedInBlock(String product) {
    return quotes
        .find(product)
        .thenCompose( // expect: AsyncWithoutBenefit
            quote -> {
              long cents = quote.cents();
              return CompletableFuture.completedFuture(cents > 0 ? cents : 0L);
            });
  }

  CompletableFuture<Quote> composedWithReference(String product) {
    return quotes
        .find(product)
        .thenCompose(CompletableFuture::completedFuture); // expect: AsyncWithoutBenefit
  }

  Mono<Quote> flatMappedToJust(String product) {
    return quotes
        .findReactive(product)
        .flatMap(quote -> Mono.just(quote.discounted(10))); // expect: AsyncWithoutBenefit
  }

  Mono<String> flatMappedToOneOrTheOther(String product) {
    return quotes
        .findReactive(product)
        .flatMap( // expect: AsyncWithoutBenefit
            quote -> {
              if (quote.cents() == 0) {
                return Mono.just("free");
              }
              return Mono.just(quote.product());
            });
  }

  Flux<Quote> fluxFlatMappedToJust(Flux<String> lines) {
    return lines.flatMap(line -> Mono.just(Quote.parse(line))); // expect: AsyncWithoutBenefit
  }

  Future<Quote> vertxComposed(Future<String> line) {
    return line.compose( // expect: AsyncWithoutBenefit
        text -> Future.succeededFuture(Quote.parse(text)));
  }

  Uni<Quote> uniTransformedToItem(Uni<String> line) {
    return line.onItem()
        .transformToUni(text -> Uni.createFrom().item(Quote.parse(text))); // expect: AsyncWithoutBenefit
  }

  Single<Quote> singleFlatMapped(Single<String> line) {
    return line.flatMap(text -> Single.just(Quote.parse(text))); // expect: AsyncWithoutBenefit
  }

  ListenableFuture<Quote> guavaTransformed(ListenableFuture<String> line) {
    return Futures.transformAsync( // expect: AsyncWithoutBenefit
        line,
        text -> Futures.immediateFuture(Quote.parse(text)),
        MoreExecutors.directExecutor());
  }

  CompletableFuture<Quote> composedWithRealWork(String product) {
    return quotes.find(product).thenCompose(quote -> quotes.find(quote.product()));
  }

  CompletableFuture<Quote> oneBranchIsAsync(String product) {
    return quotes
        .find(product)
        .thenCompose(
            quote -> {
              if (quote.cents() > 0) {
                return CompletableFuture.completedFuture(quote);
              }
              return quotes.find("default");
            });
  }

  CompletableFuture<Quote> failsWithoutThrowing(String product) {
    return quotes
        .find(product)
        .thenCompose(
            quote ->
                quote.cents() < 0
                    ? CompletableFuture.failedFuture(new IllegalStateException(product))
                    : CompletableFuture.completedFuture(quote));
  }

  Mono<Quote> filtersInFlatMap(String product) {
    return quotes
        .findReactive(product)
        .flatMap(quote -> quote.cents() > 0 ? Mono.just(quote) : Mono.empty());
  }

  Mono<Quote> fallbackValue(String product) {
    return quotes
        .findReactive(product)
        .onErrorResume(failure -> Mono.just(new Quote(product, 0)));
  }

  Flux<String> severalValues(Flux<Quote> all) {
    return all.flatMap(quote -> Flux.just(quote.product(), Long.toString(quote.cents())));
  }

  CompletableFuture<Quote> plainTwin(String product) {
    return quotes.find(product).thenApply(quote -> quote.discounted(10));
  }

  CompletableFuture<Quote> knownAlready(String product, Quote cached) {
    return cached != null ? CompletableFuture.completedFuture(cached) : quotes.find(product);
  }
}
