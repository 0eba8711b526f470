package pitfalls.blockingwaitinasynccontext;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where do wrapped waits run? One wrapper moves them to a worker, another runs them at once. */
final class Waiting {
  private final Vertx vertx;

  Waiting(Vertx vertx) {
    this.vertx = vertx;
  }

  <T> Future<T> onWorker(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  static <T> Mono<T> elastic(Callable<T> work) {
    return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
  }

  static <T> T retryOnce(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalStateException e) {
      return work.get();
    }
  }
}
