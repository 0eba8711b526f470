package pitfalls.executorselfstarvation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does a task on a single thread wait for a task that needs the same thread? */
final class SingleThreads {
  private final ExecutorService printer = Executors.newSingleThreadExecutor();
  private final ExecutorService archive = Executors.newSingleThreadExecutor();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService workers = Executors.newCachedThreadPool();

  Future<Page> submittedAndGot(int number) {
    return printer.submit(
        () -> {
          Future<Page> cover = printer.submit(() -> render(0));
          return join(cover.get(), render(number)); // expect: ExecutorSelfStarvation definite
        });
  }

  CompletableFuture<Page> suppliedAndJoined(int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          CompletableFuture<Page> cover =
              CompletableFuture.supplyAsync(() -> render(0), printer);
          return join(cover.join(), render(number)); // expect: ExecutorSelfStarvation definite
        },
        printer);
  }

  CompletableFuture<Page> waitsWithTimeout(int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return printer
                .submit(() -> render(number))
                .get(5, TimeUnit.SECONDS); // expect: ExecutorSelfStarvation
          } catch (Exception e) {
            throw new IllegalStateException("page " + number, e);
          }
        },
        printer);
  }

  CompletableFuture<Page> throughHelper(int number) {
    return CompletableFuture.supplyAsync(
        () -> join(cover(), render(number)), printer); // expect: ExecutorSelfStarvation
  }

  private Page cover() {
    return coverAsync().join();
  }

  private CompletableFuture<Page> coverAsync() {
    return CompletableFuture.supplyAsync(() -> render(0), printer).thenApply(SingleThreads::framed);
  }

  CompletableFuture<Page> asReference() {
    return CompletableFuture.supplyAsync(this::cover, printer); // expect: ExecutorSelfStarvation
  }

  void onSchedule() {
    timer.schedule(
        () -> {
          Future<Page> later = timer.schedule(() -> render(1), 1, TimeUnit.SECONDS);
          return later.get(); // expect: ExecutorSelfStarvation
        },
        1,
        TimeUnit.MINUTES);
  }

  CompletableFuture<Page> inDependentStage(int number) {
    return CompletableFuture.supplyAsync(() -> render(number), workers)
        .thenApplyAsync(
            page -> join(coverAsync().join(), page), // expect: ExecutorSelfStarvation
            printer);
  }

  CompletableFuture<Page> composed(int number) {
    return CompletableFuture.supplyAsync(() -> render(number), printer)
        .thenCombine(coverAsync(), SingleThreads::join);
  }

  CompletableFuture<Page> onAnotherExecutor(int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          CompletableFuture<Page> old =
              CompletableFuture.supplyAsync(() -> render(number), archive);
          return old.join();
        },
        printer);
  }

  Page waitsOutside(int number) throws InterruptedException, ExecutionException {
    return printer.submit(() -> render(number)).get();
  }

  CompletableFuture<Page> unboundedExecutor(int number) {
    return CompletableFuture.supplyAsync(
        () -> CompletableFuture.supplyAsync(() -> render(number), workers).join(), workers); // expect: AsyncWithoutBenefit
  }

  CompletableFuture<Page> startsAndLeaves(int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          Future<?> indexing = printer.submit(() -> render(0));
          return indexing.isDone() ? render(0) : render(number);
        },
        printer);
  }

  CompletableFuture<Page> givenFuture(CompletableFuture<Page> cover) {
    return CompletableFuture.supplyAsync(() -> cover.join(), printer);
  }

  private static Page render(int number) {
    return new Page(number, "page " + number);
  }

  private static Page framed(Page page) {
    return new Page(page.number(), "[" + page.text() + "]");
  }

  private static Page join(Page first, Page second) {
    return new Page(first.number(), first.text() + second.text());
  }
}
