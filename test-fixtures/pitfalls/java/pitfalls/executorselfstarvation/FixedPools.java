package pitfalls.executorselfstarvation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Do the tasks of a pool with a bound wait for more tasks of that pool? */
final class FixedPools {
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final ExecutorService one = Executors.newFixedThreadPool(1);
  private final ExecutorService custom =
      new ThreadPoolExecutor(2, 4, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  private final ExecutorService growing =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>());
  private final ForkJoinPool forkJoin = new ForkJoinPool(4);
  private final ExecutorService stealing = Executors.newWorkStealingPool();

  Future<List<Page>> eachPageGot(List<Integer> numbers) {
    return pool.submit(
        () -> {
          List<Future<Page>> running = new ArrayList<>();
          for (int number : numbers) {
            running.add(pool.submit(() -> render(number)));
          }
          List<Page> pages = new ArrayList<>();
          for (Future<Page> page : running) {
            pages.add(page.get()); // expect: ExecutorSelfStarvation likely
          }
          return pages;
        });
  }

  Future<List<Future<Page>>> allInvoked(List<Callable<Page>> tasks) {
    return pool.submit(() -> pool.invokeAll(tasks)); // expect: ExecutorSelfStarvation
  }

  CompletableFuture<Page> allOfTwo(int number) {
    return CompletableFuture.supplyAsync(
        () -> {
          CompletableFuture<Page> left =
              CompletableFuture.supplyAsync(() -> render(number), pool);
          CompletableFuture<Page> right =
              CompletableFuture.supplyAsync(() -> render(number + 1), pool);
          CompletableFuture.allOf(left, right).join(); // expect: ExecutorSelfStarvation
          return new Page(number, left.join().text() + right.join().text());
        },
        pool);
  }

  CompletableFuture<List<Page>> joinedInStream(List<Integer> numbers) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<CompletableFuture<Page>> running =
              numbers.stream()
                  .map(number -> CompletableFuture.supplyAsync(() -> render(number), pool))
                  .toList();
          return running.stream()
              .map(CompletableFuture::join) // expect: ExecutorSelfStarvation
              .toList();
        },
        pool);
  }

  Future<Page> poolOfOne(int number) {
    return one.submit(
        () -> one.submit(() -> render(number)).get()); // expect: ExecutorSelfStarvation definite
  }

  Future<Page> madeByHand(int number) {
    return custom.submit(
        () -> custom.submit(() -> render(number)).get()); // expect: ExecutorSelfStarvation
  }

  CompletableFuture<Page> flattened(int number) {
    return CompletableFuture.supplyAsync(
        () ->
            CompletableFuture.completedFuture(number)
                .thenCompose(each -> CompletableFuture.supplyAsync(() -> render(each), pool))
                .join(), // expect: ExecutorSelfStarvation
        pool);
  }

  void anonymousTask(List<Page> printed) {
    pool.execute(
        new Runnable() {
          @Override
          public void run() {
            try {
              Page page = pool.submit(() -> render(1)).get(); // expect: ExecutorSelfStarvation
              printed.add(page);
            } catch (InterruptedException | ExecutionException e) {
              throw new IllegalStateException(e);
            }
          }
        });
  }

  CompletableFuture<List<Page>> collectedThenJoined(List<Integer> numbers) {
    List<CompletableFuture<Page>> running =
        numbers.stream()
            .map(number -> CompletableFuture.supplyAsync(() -> render(number), pool))
            .toList();
    return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
        .thenApply(done -> running.stream().map(CompletableFuture::join).toList());
  }

  CompletableFuture<Page> growsWithoutBound(int number) {
    return CompletableFuture.supplyAsync(
        () -> CompletableFuture.supplyAsync(() -> render(number), growing).join(), growing);
  }

  Future<Page> forkJoinHelps(int number) {
    return forkJoin.submit(() -> forkJoin.submit(() -> render(number)).get());
  }

  Future<Page> workStealing(int number) {
    return stealing.submit(
        () -> CompletableFuture.supplyAsync(() -> render(number), stealing).join());
  }

  Future<Page> calledDirectly(int number) {
    return pool.submit(() -> new Page(number, render(number).text() + render(number + 1).text()));
  }

  void startsMore(int number) {
    pool.execute(() -> pool.execute(() -> render(number)));
  }

  Future<Page> poolOfTheCaller(ExecutorService given, int number) {
    return given.submit(() -> given.submit(() -> render(number)).get());
  }

  Future<Page> twoPools(int number) {
    return pool.submit(() -> custom.submit(() -> render(number)).get());
  }

  private static Page render(int number) {
    return new Page(number, "page " + number);
  }
}
