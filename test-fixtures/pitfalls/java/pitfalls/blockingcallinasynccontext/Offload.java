package pitfalls.blockingcallinasynccontext;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where does the caller's code run? Wrappers that move it to a worker and wrappers that do not. */
final class Offload {
  private final Vertx vertx;
  private final ExecutorService workers;

  Offload(Vertx vertx, ExecutorService workers) {
    this.vertx = vertx;
    this.workers = workers;
  }

  <T> Future<T> onWorker(Callable<T> work) {
    return vertx.executeBlocking(work);
  }

  <T> Future<T> onWorkerLogged(String name, Callable<T> work) {
    return onWorker(() -> work.call()).onFailure(e -> System.err.println(name + ": " + e));
  }

  static <T> Mono<T> elastic(Callable<T> work) {
    return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
  }

  void inBackground(Runnable work) {
    workers.execute(work);
  }

  static <T> T timed(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    System.out.println(name + " took " + (System.nanoTime() - start));
    return result;
  }

  void onLoop(Runnable work) {
    vertx.runOnContext(nothing -> work.run());
  }

  void every(long millis, Consumer<Long> work) {
    vertx.setPeriodic(millis, work::accept);
  }
}
