package pitfalls.synchronousthrowfromasyncmethod;

import com.google.common.base.Preconditions;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.web.bind.annotation.GetMapping;
import pitfalls.synchronousthrowfromasyncmethod.Accounts.Account;
import pitfalls.synchronousthrowfromasyncmethod.Accounts.AccountException;
import reactor.core.publisher.Mono;

/** Services that throw where that is no failure of theirs, or not at their caller. */
public class OneWayToFail {
  private final Accounts accounts;
  private boolean closed;

  OneWayToFail(Accounts accounts) {
    this.accounts = accounts;
  }

  public void close() {
    closed = true;
  }

  CompletableFuture<Account> failedFuture(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      return CompletableFuture.failedFuture(new AccountException("no account " + id));
    }
    return CompletableFuture.completedFuture(account);
  }

  Mono<Account> error(String id) {
    Account account = accounts.find(id);
    return account == null
        ? Mono.error(new AccountException("no account " + id))
        : Mono.just(account);
  }

  CompletableFuture<Account> checkedArguments(String id) {
    Objects.requireNonNull(id, "id");
    Preconditions.checkArgument(!id.isEmpty(), "no id");
    return accounts.load(id);
  }

  CompletableFuture<Account> checkedByHand(String id) {
    if (id == null) {
      throw new NullPointerException("id");
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no id");
    }
    return accounts.load(id);
  }

  CompletableFuture<Account> thrownInAStage(String id) {
    return accounts
        .load(id)
        .thenApply(
            account -> {
              if (!account.open()) {
                throw new AccountException("not open: " + id);
              }
              return account;
            });
  }

  CompletableFuture<Account> caughtOnTheWay(String id) {
    try {
      if (accounts.find(id) == null) {
        throw new AccountException("no account " + id);
      }
      return accounts.load(id);
    } catch (AccountException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  CompletableFuture<Account> letOutAgain(String id) {
    try {
      accounts.find(id);
    } catch (AccountException e) {
      throw e;
    }
    return accounts.load(id);
  }

  CompletableFuture<Account> declared(String id) throws IOException {
    if (accounts.find(id) == null) {
      throw new IOException("no account " + id);
    }
    return accounts.load(id);
  }

  CompletableFuture<Account> closedService(String id) {
    if (closed) {
      throw new IllegalStateException("the service is closed");
    }
    return accounts.load(id);
  }

  CompletableFuture<Account> notSupported(String id) {
    throw new UnsupportedOperationException("no accounts here");
  }

  CompletableFuture<Account> throughAHelper(String id) {
    return accounts.load(id).thenCompose(this::onlyIfOpen);
  }

  private CompletableFuture<Account> onlyIfOpen(Account account) {
    if (!account.open()) {
      throw new AccountException("not open: " + account.id());
    }
    return accounts.load(account.id());
  }

  @Async
  public CompletableFuture<Account> inTheBackground(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      throw new AccountException("no account " + id);
    }
    return CompletableFuture.completedFuture(account);
  }

  @GetMapping("/accounts")
  public Mono<Account> calledByTheFramework(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      throw new AccountException("no account " + id);
    }
    return Mono.just(account);
  }
}
