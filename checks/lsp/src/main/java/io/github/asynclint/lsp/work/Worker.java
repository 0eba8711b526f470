package io.github.asynclint.lsp.work;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one thread on which programs are changed and analysed. Others only put tasks into its queue; it takes
 * them in their order and uses the time between them for the background's steps.
 */
public final class Worker {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Consumer<Throwable> failures;
  private volatile boolean stopped;

  /**
   * Starts the thread.
   *
   * @param failures told of what a task or step threw; the thread goes on
   */
  public Worker(Background background, Consumer<Throwable> failures) {
    this.failures = failures;
    Thread thread = new Thread(() -> run(background), "asynclint-worker");
    thread.setDaemon(true);
    thread.start();
  }

  /** Has a task run after those that wait. */
  public void enqueue(Runnable task) {
    tasks.add(task);
  }

  /**
   * Has a question answered after the tasks that wait; not if its answer was given up by then.
   *
   * @param question may ask whether it was given up meanwhile
   */
  public <T> CompletableFuture<T> ask(Function<BooleanSupplier, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    enqueue(
        () -> {
          if (answer.isDone()) {
            return;
          }
          try {
            answer.complete(question.apply(answer::isDone));
          } catch (RuntimeException | StackOverflowError e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Whether a task waits: then a step should end soon. */
  public boolean isWanted() {
    return !tasks.isEmpty();
  }

  /** Ends the thread after what it is at; not by an interrupt, which may close what it writes to. */
  public void stop() {
    stopped = true;
    tasks.add(() -> {});
  }

  private void run(Background background) {
    while (!stopped) {
      try {
        long pause = background.pause();
        Runnable task = pause <= 0 ? tasks.poll() : tasks.poll(pause, TimeUnit.NANOSECONDS);
        if (task != null) {
          task.run();
        } else if (background.pause() <= 0) {
          background.step();
        }
      } catch (InterruptedException e) {
        // Somebody else wants the thread to end.
        return;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failures.accept(e);
      }
    }
  }
}
