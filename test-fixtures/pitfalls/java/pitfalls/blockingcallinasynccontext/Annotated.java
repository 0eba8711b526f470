package pitfalls.blockingcallinasynccontext;

import io.vertx.ext.web.Router;
import java.util.Optional;
import org.jetbrains.annotations.Blocking;
import org.jetbrains.annotations.NonBlocking;

/** Do the annotations of JetBrains say where code runs and what waits? */
final class Annotated {
  private final CartRepository carts;
  private final CustomerDirectory directory;

  Annotated(CartRepository carts, CustomerDirectory directory) {
    this.carts = carts;
    this.directory = directory;
  }

  /** Who is the customer? The contract says that the answer may take a while. */
  interface CustomerDirectory {
    @Blocking
    Optional<String> lookUp(String customer);

    @NonBlocking
    Optional<String> cached(String customer);
  }

  @NonBlocking
  String promisedNotToBlock(String id) {
    return carts.load(id).summary(); // expect: BlockingCallInAsyncContext
  }

  @NonBlocking
  String keptPromise(String id) {
    return carts.recent(id).summary();
  }

  @Blocking
  String allowedToBlock(String id) {
    return carts.load(id).summary();
  }

  void annotatedCalleeInHandler(Router router) {
    router
        .get("/customer/:name")
        .handler(
            rc -> {
              String name = rc.pathParam("name");
              rc.end(
                  directory.lookUp(name).orElse("unknown")); // missed-alarm: BlockingCallInAsyncContext - the annotation of a called method is no effect yet
            });
  }

  void nonBlockingCalleeInHandler(Router router) {
    router
        .get("/customer/:name/cached")
        .handler(rc -> rc.end(directory.cached(rc.pathParam("name")).orElse("unknown")));
  }

  void annotatedCalleeOnWorker(Router router) {
    router
        .get("/customer/:name/worker")
        .blockingHandler(rc -> rc.end(directory.lookUp(rc.pathParam("name")).orElse("unknown")));
  }
}
