package pitfalls.lockheldacrossasync;

import com.hazelcast.cp.lock.FencedLock;
import com.hazelcast.map.IMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Locks of Hazelcast belong to the thread that took them, wherever the grid keeps them. */
final class GridLocks {
  private static final Logger LOG = LoggerFactory.getLogger(GridLocks.class);

  interface Ledger {
    CompletableFuture<Long> settle(String account);
  }

  private final Ledger ledger;

  GridLocks(Ledger ledger) {
    this.ledger = ledger;
  }

  private static void logged(String account, Throwable failure) {
    if (failure != null) {
      LOG.warn("account {} is not settled", account, failure);
    }
  }

  void fencedAcrossTheCall(FencedLock lock, String account) {
    lock.lock();
    ledger
        .settle(account)
        .whenComplete(
            (balance, failure) -> {
              logged(account, failure);
              lock.unlock(); // expect: LockHeldAcrossAsync
            });
  }

  void keyOfAMapAcrossTheCall(IMap<String, Long> balances, String account) {
    balances.lock(account);
    ledger
        .settle(account)
        .whenComplete(
            (balance, failure) -> {
              logged(account, failure);
              balances.unlock(account); // expect: LockHeldAcrossAsync
            });
  }

  void releasedBeforeTheCall(IMap<String, Long> balances, String account) {
    balances.lock(account);
    try {
      LOG.info("account {} is being settled", account);
    } finally {
      balances.unlock(account);
    }
    ledger.settle(account).whenComplete((balance, failure) -> logged(account, failure));
  }
}
