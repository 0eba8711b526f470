package pitfalls.ignoredfailureparameter;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/** Handlers of both outcomes that use the result as if there were always one. */
final class Handlers {
  private final ParcelFinder finder;
  private final Map<String, Parcel> seen = new ConcurrentHashMap<>();

  Handlers(ParcelFinder finder) {
    this.finder = finder;
  }

  CompletableFuture<Parcel> cachedOnTheWay(String id) {
    return finder
        .find(id)
        .whenComplete((parcel, failure) -> seen.put(id, parcel)); // expect: IgnoredFailureParameter likely
  }

  CompletableFuture<String> labelled(String id) {
    return finder
        .find(id)
        .handle((parcel, failure) -> parcel.label()); // expect: IgnoredFailureParameter definite
  }

  CompletableFuture<Parcel> announcedOnTheWay(String id, Consumer<String> board) {
    return finder
        .find(id)
        .whenComplete( // expect: IgnoredFailureParameter definite
            (parcel, failure) -> {
              board.accept("found");
              board.accept(parcel.place());
            });
  }

  CompletionStage<Integer> roundedUp(Parcel parcel, Consumer<Integer> scale) {
    return finder
        .weigh(parcel)
        .whenComplete((grams, failure) -> scale.accept(grams)); // expect: IgnoredFailureParameter likely
  }

  CompletableFuture<String> onAnExecutor(String id, Executor pool) {
    return finder
        .find(id)
        .handleAsync( // expect: IgnoredFailureParameter definite
            (parcel, failure) -> parcel.place(), pool);
  }

  CompletableFuture<Integer> furtherDownTheChain(String id) {
    return finder
        .find(id)
        .handle((parcel, failure) -> parcel.grams()) // expect: IgnoredFailureParameter definite
        .thenApply(grams -> grams / 1000);
  }

  CompletableFuture<Parcel> thenHandled(String id, Consumer<Parcel> board) {
    return finder
        .find(id)
        .whenComplete((parcel, failure) -> board.accept(parcel)) // expect: IgnoredFailureParameter likely
        .exceptionally(failure -> new Parcel(id, "unknown", 0));
  }

  KafkaFuture<?> topics(Admin admin, Map<String, Integer> counts) {
    return admin
        .listTopics()
        .names()
        .whenComplete( // expect: IgnoredFailureParameter definite
            (names, failure) -> counts.put("topics", names.size()));
  }
}
