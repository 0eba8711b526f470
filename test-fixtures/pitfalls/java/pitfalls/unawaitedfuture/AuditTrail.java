package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletionStage;

/** An interface with a sole implementation, which handles its own failures. */
interface AuditTrail {
  CompletionStage<Void> record(Order order);
}
