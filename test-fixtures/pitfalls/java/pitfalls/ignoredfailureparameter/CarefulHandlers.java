package pitfalls.ignoredfailureparameter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handlers of both outcomes that look at the failure, or do not need the result. */
final class CarefulHandlers {
  private static final Logger log = LoggerFactory.getLogger(CarefulHandlers.class);

  private final ParcelFinder finder;
  private final Map<String, Parcel> seen = new ConcurrentHashMap<>();
  private final AtomicInteger pending = new AtomicInteger();

  CarefulHandlers(ParcelFinder finder) {
    this.finder = finder;
  }

  CompletableFuture<Parcel> testsTheFailure(String id) {
    return finder
        .find(id)
        .whenComplete(
            (parcel, failure) -> {
              if (failure == null) {
                seen.put(id, parcel);
              }
            });
  }

  CompletableFuture<Parcel> testsTheResult(String id) {
    return finder
        .find(id)
        .whenComplete(
            (parcel, failure) -> {
              if (parcel != null) {
                seen.put(id, parcel);
              }
            });
  }

  CompletableFuture<String> choosesByTheFailure(String id) {
    return finder
        .find(id)
        .handle((parcel, failure) -> failure == null ? parcel.label() : "unknown");
  }

  CompletableFuture<Parcel> usesNeither(String id) {
    return finder.find(id).whenComplete((parcel, failure) -> pending.decrementAndGet());
  }

  CompletableFuture<Optional<Parcel>> noneAfterAFailure(String id) {
    return finder.find(id).handle((parcel, failure) -> Optional.ofNullable(parcel));
  }

  CompletableFuture<String> helperAsksWhetherThereIsOne(String id) {
    return finder.find(id).handle((parcel, failure) -> labelOf(parcel));
  }

  private static String labelOf(Parcel parcel) {
    return parcel == null ? "unknown" : parcel.label();
  }

  CompletableFuture<String> testsTheKindOfAnswer(CompletableFuture<Object> answer) {
    return answer.handle(
        (found, failure) -> found instanceof Parcel parcel ? parcel.label() : "unknown");
  }

  CompletableFuture<Parcel> nullAfterAFailure(String id) {
    return finder.find(id).handle((parcel, failure) -> parcel);
  }

  CompletableFuture<Parcel> onlyLogged(String id) {
    return finder.find(id).whenComplete((parcel, failure) -> log.info("found {}", parcel));
  }

  CompletableFuture<Parcel> passesBothOn(String id) {
    return finder.find(id).whenComplete(this::found);
  }

  private void found(Parcel parcel, Throwable failure) {
    if (failure != null) {
      log.warn("not found", failure);
    } else {
      seen.put(parcel.id(), parcel);
    }
  }

  CompletableFuture<Parcel> onSuccessOnly(String id) {
    return finder
        .find(id)
        .thenApply(
            parcel -> {
              seen.put(id, parcel);
              return parcel;
            });
  }

  CompletableFuture<Parcel> completesAnother(String id, CompletableFuture<Parcel> result) {
    return finder
        .find(id)
        .whenComplete(
            (parcel, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else {
                result.complete(parcel);
              }
            });
  }
}
