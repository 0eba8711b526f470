package pitfalls.fakeasync;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Is a method fake if waiting is what it is there for, though a future is what it yields? */
final class ContractsThatWait {
  private ContractsThatWait() {}

  /** Does a completion service wait in take and poll? That is their contract. */
  static final class ProfileResults implements CompletionService<Profile> {
    private final BlockingQueue<Future<Profile>> completed = new LinkedBlockingQueue<>();
    private final Executor executor;

    ProfileResults(Executor executor) {
      this.executor = executor;
    }

    @Override
    public Future<Profile> submit(Callable<Profile> task) {
      FutureTask<Profile> future = new FutureTask<>(task);
      executor.execute(
          () -> {
            future.run();
            completed.add(future);
          });
      return future;
    }

    @Override
    public Future<Profile> submit(Runnable task, Profile result) {
      return submit(
          () -> {
            task.run();
            return result;
          });
    }

    @Override
    public Future<Profile> take() throws InterruptedException {
      return completed.take();
    }

    @Override
    public Future<Profile> poll() {
      return completed.poll();
    }

    @Override
    public Future<Profile> poll(long timeout, TimeUnit unit) throws InterruptedException {
      return completed.poll(timeout, unit);
    }
  }

  /** Is a future that somebody has waited for fake? It is handed on when it is done. */
  static final class Requests {
    private final CompletionService<Profile> answers;

    Requests(Executor executor) {
      this.answers = new ExecutorCompletionService<>(executor);
    }

    Future<Profile> next(Duration limit) throws InterruptedException {
      return answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    Future<Profile> nextOfAll() throws InterruptedException {
      return answers.take();
    }

    Future<Profile> nextIfAny() {
      return answers.poll();
    }

    Future<Profile> submitted(Callable<Profile> request) {
      Future<Profile> running = answers.submit(request);
      lookAtThoseDone();
      return running;
    }

    private void lookAtThoseDone() {
      Future<Profile> done;
      while ((done = answers.poll()) != null) {
        try {
          done.get();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    Future<Profile> submittedAfterTheNext(Callable<Profile> request) throws InterruptedException {
      answers.take(); // expect: FakeAsync, UnawaitedFuture
      return answers.submit(request);
    }

    CompletableFuture<Profile> drained() throws InterruptedException, ExecutionException {
      Future<Profile> done = answers.poll();
      return CompletableFuture.completedFuture(done == null ? null : done.get());
    }
  }

  /** Does a future of its own wait where it hands on itself? */
  static final class ProfileFuture extends CompletableFuture<Profile> {
    private final CompletableFuture<Profile> source;

    ProfileFuture(CompletableFuture<Profile> source) {
      this.source = source;
    }

    ProfileFuture sync() {
      complete(source.join());
      return this;
    }

    CompletableFuture<Profile> fresh() {
      Profile loaded = source.join(); // expect: FakeAsync
      return CompletableFuture.completedFuture(loaded);
    }
  }
}
