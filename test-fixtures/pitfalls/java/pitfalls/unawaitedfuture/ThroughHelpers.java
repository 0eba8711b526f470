package pitfalls.unawaitedfuture;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Futures that reach the statement through helpers of this class, another file or an interface. */
final class ThroughHelpers {
  private static final Logger log = LoggerFactory.getLogger(ThroughHelpers.class);

  private final OrderStore store;
  private final MailGateway mails;
  private final AuditTrail audit;
  private final Set<CompletableFuture<?>> inFlight = ConcurrentHashMap.newKeySet();

  ThroughHelpers(OrderStore store, MailGateway mails, AuditTrail audit) {
    this.store = store;
    this.mails = mails;
    this.audit = audit;
  }

  void helperOfThisClass(List<Order> orders) {
    saveAll(orders); // expect: UnawaitedFuture
    log.info("{} orders saved", orders.size());
  }

  private CompletableFuture<Void> saveAll(List<Order> orders) {
    return CompletableFuture.allOf(
        orders.stream().map(store::saveAsync).toArray(CompletableFuture<?>[]::new));
  }

  void helperOfAnotherFile(Order order) {
    mails.confirm(order.id()); // expect: UnawaitedFuture
  }

  void helperOfAnotherFileInAVoidSlot(Executor pool, Order order) {
    pool.execute(() -> mails.confirm(order.id())); // expect: UnawaitedFuture
  }

  void referenceToAHelperInAVoidSlot(List<String> ids) {
    ids.forEach(mails::confirm); // expect: UnawaitedFuture
  }

  void helperThatHandledTheFailure(Order order) {
    mails.confirmOrLog(order.id());
  }

  void handledHelperInAVoidSlot(List<String> ids) {
    ids.forEach(mails::confirmOrLog);
  }

  void wrappedByAHandlingHelper(Order order) {
    MailGateway.logged("delete", store.deleteAsync(order.id()));
  }

  void wrappedByAHandlingHelperOfThisClass(Order order) {
    quietly(store.saveAsync(order));
  }

  private CompletableFuture<Void> quietly(CompletableFuture<Void> saving) {
    return saving.exceptionally(
        failure -> {
          log.warn("ignored", failure);
          return null;
        });
  }

  void soleImplementationHandlesItself(Order order) {
    audit.record(order);
  }

  TrackedFuture<Order> fluentHelperReturnsThis(Order order) {
    TrackedFuture<Order> tracked = TrackedFuture.started();
    tracked.label("order " + order.id());
    tracked.complete(order);
    return tracked;
  }

  void helperKeepsWhatItReturns(Order order) {
    track(store.saveAsync(order));
  }

  private CompletableFuture<Void> track(CompletableFuture<Void> future) {
    inFlight.add(future);
    return future;
  }

  CompletionStage<Void> helperReturnedOn(Order order) {
    return mails.confirm(order.id());
  }
}
