package pitfalls.unhandledasyncfailure;

import com.datastax.oss.driver.internal.core.util.concurrent.CompletableFutures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chains that end in a consumer while somebody looks at the failure: on the chain, beside it, above it. */
final class HandledChains {
  private static final Logger log = LoggerFactory.getLogger(HandledChains.class);

  private final CarrierClient carrier;
  private final Map<String, Shipment> known = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready;

  HandledChains(CarrierClient carrier) {
    this.carrier = carrier;
    this.ready = carrier.warmUp();
  }

  void handlerAtTheEnd(String id) {
    carrier
        .track(id)
        .thenAccept(shipment -> known.put(id, shipment))
        .exceptionally(
            failure -> {
              log.warn("cannot track {}", id, failure);
              return null;
            });
  }

  void handlerInFrontOfTheConsumer(String id) {
    carrier
        .track(id)
        .exceptionally(
            failure -> {
              log.warn("cannot track {}", id, failure);
              return new Shipment(id, "unknown", 0);
            })
        .thenAccept(shipment -> known.put(id, shipment));
  }

  void whenCompleteReadsTheFailure(String id) {
    carrier
        .track(id)
        .whenComplete(
            (shipment, failure) -> {
              if (failure == null) {
                known.put(id, shipment);
              } else {
                log.warn("cannot track {}", id, failure);
              }
            });
  }

  void noResultMeansAFailure(String id) {
    carrier
        .track(id)
        .whenComplete(
            (shipment, failure) -> {
              if (shipment != null) {
                known.put(id, shipment);
              } else {
                known.remove(id);
              }
            });
  }

  CompletableFuture<Shipment> rememberedOnTheWay(String id) {
    CompletableFuture<Shipment> tracking = carrier.track(id);
    tracking.thenAccept(shipment -> known.put(id, shipment));
    return tracking;
  }

  void failureLookedAtBesideTheConsumer(String id) {
    CompletableFuture<Shipment> tracking = carrier.track(id);
    tracking.thenAccept(shipment -> known.put(id, shipment));
    tracking.exceptionally(
        failure -> {
          log.warn("cannot track {}", id, failure);
          return null;
        });
  }

  Shipment waitedForToo(String id) {
    CompletableFuture<Shipment> tracking = carrier.track(id);
    tracking.thenAccept(shipment -> known.put(id, shipment));
    return tracking.join();
  }

  void callersFuture(CompletableFuture<Shipment> tracking) {
    tracking.thenAccept(shipment -> known.put(shipment.id(), shipment));
  }

  void futureOfAField() {
    ready.thenRun(() -> log.info("the carrier is ready"));
  }

  void futureOfAFieldThroughAGetter() {
    whenReady().thenRun(() -> log.info("the carrier is ready"));
  }

  private CompletableFuture<Void> whenReady() {
    return ready;
  }

  void helperThatHasLookedAtTheFailure(String id) {
    trackedOrUnknown(id).thenAccept(shipment -> known.put(id, shipment));
  }

  private CompletableFuture<Shipment> trackedOrUnknown(String id) {
    return carrier
        .track(id)
        .exceptionally(
            failure -> {
              log.warn("cannot track {}", id, failure);
              return new Shipment(id, "unknown", 0);
            });
  }

  void completeAlready(Shipment shipment, Consumer<Shipment> listener) {
    CompletableFuture.completedFuture(shipment).thenAccept(listener);
  }

  void workThatCatchesEverything(String id) {
    CompletableFuture.runAsync(
            () -> {
              try {
                log.info("known: {}", known.get(id));
              } catch (Exception e) {
                log.warn("cannot look up {}", id, e);
              }
            })
        .thenRun(() -> log.info("looked up {}", id));
  }

  void partsAreHandledOneByOne(List<String> ids) {
    List<CompletableFuture<Shipment>> parts = ids.stream().map(this::trackedOrUnknown).toList();
    CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
        .thenRun(() -> log.info("{} tracked", parts.size()));
  }

  CompletableFuture<Void> returnedToTheCaller(String id) {
    return carrier.track(id).thenAccept(shipment -> known.put(id, shipment));
  }

  void discardedOnPurpose(String id) {
    CompletableFuture<Void> unused =
        carrier.track(id).thenAccept(shipment -> known.put(id, shipment));
  }

  void resultComparedInsteadOfTheFailure(String id) {
    carrier
        .status(id)
        .whenComplete(
            (status, failure) -> {
              if ("DELIVERED".equals(status)) {
                known.remove(id);
              } else {
                log.warn("{} is still on its way, or nobody knows", id);
              }
            });
  }

  void lookupsOfOthersCounted(List<CompletionStage<Shipment>> lookups) {
    CompletableFutures.allDone(lookups)
        .thenRun(() -> log.info("{} lookups have ended", lookups.size()));
  }

  void processThatOnlyEnds(Process converter) {
    converter.onExit().thenAccept(process -> log.info("exit code {}", process.exitValue()));
  }
}
