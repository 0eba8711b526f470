package pitfalls.synchronousthrowfromasyncmethod;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts that a bank's services look up. */
final class Accounts {
  /** An account and what is on it. */
  record Account(String id, int cents, boolean open) {}

  /** There is no such account, or it may not be used. */
  static final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountException(String message) {
      super(message);
    }

    AccountException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final Map<String, Account> known = new ConcurrentHashMap<>();

  Account find(String id) {
    return known.get(id);
  }

  Account read(String id) throws IOException {
    if (id.isEmpty()) {
      throw new IOException("no id");
    }
    return known.get(id);
  }

  CompletableFuture<Account> load(String id) {
    return CompletableFuture.supplyAsync(() -> known.get(id));
  }
}
