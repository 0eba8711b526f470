package pitfalls.executorselfstarvation;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Is the executor wrapped, as a scheduler or by Guava, and waited for on its own threads? */
final class Wrapped {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final ExecutorService other = Executors.newFixedThreadPool(4);
  private final ListeningExecutorService listening = MoreExecutors.listeningDecorator(pool);
  private final Scheduler scheduler = Schedulers.fromExecutorService(pool);

  Mono<Page> subscribedOnThePool(int number) {
    return Mono.fromCallable(
            () -> pool.submit(() -> render(number)).get()) // expect: ExecutorSelfStarvation
        .subscribeOn(scheduler);
  }

  ListenableFuture<Page> listeningService(int number)
      throws InterruptedException, ExecutionException {
    return listening.submit(
        () -> listening.submit(() -> render(number)).get()); // expect: ExecutorSelfStarvation
  }

  ListenableFuture<Page> decoratorAndPool(int number) {
    return listening.submit(
        () ->
            Uninterruptibles.getUninterruptibly( // expect: ExecutorSelfStarvation
                pool.submit(() -> render(number))));
  }

  Mono<Page> subscribedOnAnotherPool(int number) {
    return Mono.fromCallable(() -> other.submit(() -> render(number)).get())
        .subscribeOn(scheduler);
  }

  ListenableFuture<Page> transformed(int number) {
    return Futures.transform(
        listening.submit(() -> render(number)),
        page -> new Page(page.number(), "[" + page.text() + "]"),
        other);
  }

  CompletableFuture<Page> direct(int number) {
    return CompletableFuture.supplyAsync(() -> render(number), pool)
        .thenApplyAsync(page -> new Page(page.number(), page.text() + "."), pool);
  }

  private static Page render(int number) {
    return new Page(number, "page " + number);
  }
}
