package pitfalls.unhandledasyncfailure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chains of stages that end as a statement, with nobody to look at the failure. */
final class DroppedChains {
  private static final Logger log = LoggerFactory.getLogger(DroppedChains.class);

  private final CarrierClient carrier;
  private final Map<String, Shipment> known = new ConcurrentHashMap<>();
  private final AtomicInteger booked = new AtomicInteger();

  DroppedChains(CarrierClient carrier) {
    this.carrier = carrier;
  }

  void consumed(String id) {
    carrier.track(id).thenAccept(shipment -> known.put(id, shipment)); // expect: UnhandledAsyncFailure
  }

  void runAfterwards(Shipment shipment) {
    carrier.book(shipment).thenRun(booked::incrementAndGet); // expect: UnhandledAsyncFailure
  }

  void longChain(Shipment shipment) {
    carrier
        .label(shipment)
        .thenApply(pdf -> pdf.length)
        .thenCompose(size -> carrier.book(shipment).thenApply(done -> size))
        .thenAccept(size -> log.info("label of {} bytes", size)); // expect: UnhandledAsyncFailure
  }

  void onAnExecutor(String id, Executor pool) {
    carrier
        .track(id)
        .thenAcceptAsync( // expect: UnhandledAsyncFailure
            shipment -> known.put(id, shipment), pool);
  }

  void whenCompleteWithoutTheFailure(String id) {
    carrier
        .track(id)
        .whenComplete((shipment, failure) -> known.put(id, shipment)); // expect: UnhandledAsyncFailure
  }

  void handleWithoutTheFailure(Shipment shipment) {
    carrier
        .book(shipment)
        .handle((done, failure) -> booked.incrementAndGet()); // expect: UnhandledAsyncFailure likely
  }

  void cleansUpEitherWay(String id) {
    carrier
        .track(id)
        .whenComplete((shipment, failure) -> known.remove(id)); // expect: UnhandledAsyncFailure likely
  }

  void throughALocal(String id) {
    CompletableFuture<Shipment> tracking = carrier.track(id);
    tracking.thenAccept(shipment -> known.put(id, shipment)); // expect: UnhandledAsyncFailure
  }

  void forEachOfMany(List<Shipment> shipments) {
    shipments.forEach(
        shipment ->
            carrier
                .book(shipment)
                .thenRun(() -> log.info("booked {}", shipment.id()))); // expect: UnhandledAsyncFailure
  }

  void both(String first, String second) {
    carrier
        .track(first)
        .thenAcceptBoth( // expect: UnhandledAsyncFailure
            carrier.track(second), (one, other) -> log.info("{} and {}", one, other));
  }

  void allOfTwo(Shipment first, Shipment second) {
    CompletableFuture.allOf(carrier.book(first), carrier.book(second))
        .thenRun(() -> log.info("both booked")); // expect: UnhandledAsyncFailure
  }

  void latchThatAFailureNeverOpens(String id, CountDownLatch tracked) {
    carrier.track(id).thenAccept(shipment -> tracked.countDown()); // expect: UnhandledAsyncFailure
  }

  void suppliedWork(String id) {
    CompletableFuture.supplyAsync(() -> heaviest(id))
        .thenAccept(shipment -> known.put(id, shipment)); // expect: UnhandledAsyncFailure
  }

  private Shipment heaviest(String id) {
    return known.values().stream()
        .filter(shipment -> shipment.carrier().equals(id))
        .max((one, other) -> Integer.compare(one.grams(), other.grams()))
        .orElseThrow();
  }

  void helperThatHandsTheFailureOn(String id) {
    tracked(id).thenAccept(shipment -> known.put(id, shipment)); // expect: UnhandledAsyncFailure
  }

  private CompletableFuture<Shipment> tracked(String id) {
    return carrier.track(id).thenApply(shipment -> new Shipment(id, shipment.carrier(), 0));
  }
}
