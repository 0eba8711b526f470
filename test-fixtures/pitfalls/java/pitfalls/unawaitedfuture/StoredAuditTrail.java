package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only audit trail of the program: a failed record is logged here and nowhere else. */
final class StoredAuditTrail implements AuditTrail {
  private static final Logger log = LoggerFactory.getLogger(StoredAuditTrail.class);

  private final OrderStore store;

  StoredAuditTrail(OrderStore store) {
    this.store = store;
  }

  @Override
  public CompletionStage<Void> record(Order order) {
    return store
        .saveAsync(order)
        .exceptionally(
            failure -> {
              log.error("audit of {} lost", order.id(), failure);
              return null;
            });
  }
}
