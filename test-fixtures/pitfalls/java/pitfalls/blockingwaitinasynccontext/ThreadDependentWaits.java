package pitfalls.blockingwaitinasynccontext;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is a wait that only happens on other threads than the event loop left alone? */
final class ThreadDependentWaits {
  private static final Logger log = LoggerFactory.getLogger(ThreadDependentWaits.class);

  private final Vertx vertx;

  ThreadDependentWaits(Vertx vertx) {
    this.vertx = vertx;
  }

  void closedOnItsContext() {
    vertx.runOnContext(ignored -> closeHoweverItMay());
  }

  private void closeHoweverItMay() {
    Future<Void> closed = vertx.close();
    if (Context.isOnEventLoopThread()) {
      closed.onFailure(failure -> log.warn("did not close", failure));
    } else {
      waitFor(closed);
    }
  }

  private static void waitFor(Future<Void> closed) {
    closed.toCompletionStage().toCompletableFuture().orTimeout(1, TimeUnit.SECONDS).join();
  }

  void closedOnItsContextByWaiting() {
    vertx.runOnContext(ignored -> waitFor(vertx.close())); // expect: BlockingWaitInAsyncContext
  }
}
