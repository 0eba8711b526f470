package pitfalls.synchronousthrowfromasyncmethod;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pitfalls.synchronousthrowfromasyncmethod.Accounts.Account;
import pitfalls.synchronousthrowfromasyncmethod.Accounts.AccountException;
import reactor.core.publisher.Mono;

/** Services whose callers hear of failures in two ways. */
public final class ThrowingServices {
  private final Accounts accounts;

  ThrowingServices(Accounts accounts) {
    this.accounts = accounts;
  }

  CompletableFuture<Account> notFound(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      throw new AccountException("no account " + id); // expect: SynchronousThrowFromAsyncMethod definite
    }
    return CompletableFuture.completedFuture(account);
  }

  CompletionStage<Account> wrappedFailure(String id) {
    try {
      accounts.read(id);
    } catch (IOException e) {
      throw new AccountException("cannot read " + id, e); // expect: SynchronousThrowFromAsyncMethod definite
    }
    return accounts.load(id);
  }

  CompletableFuture<Account> checkedBecomesUnchecked(String id) {
    try {
      return CompletableFuture.completedFuture(accounts.read(id));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + id, e); // expect: SynchronousThrowFromAsyncMethod
    }
  }

  Mono<Integer> balance(String id) {
    Account account = accounts.find(id);
    if (account == null || !account.open()) {
      throw new AccountException("not open: " + id); // expect: SynchronousThrowFromAsyncMethod
    }
    return Mono.just(account.cents());
  }

  Single<Account> single(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      throw new AccountException("no account " + id); // expect: SynchronousThrowFromAsyncMethod
    }
    return Single.just(account);
  }

  Uni<Account> uni(String id) {
    Account account = accounts.find(id);
    if (account != null) {
      return Uni.createFrom().item(account);
    }
    throw new AccountException("no account " + id); // expect: SynchronousThrowFromAsyncMethod
  }

  Future<Account> vertx(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      throw new AccountException("no account " + id); // expect: SynchronousThrowFromAsyncMethod
    }
    return Future.succeededFuture(account);
  }

  ListenableFuture<Account> guava(String id) {
    Account account = accounts.find(id);
    if (account == null) {
      throw new AccountException("no account " + id); // expect: SynchronousThrowFromAsyncMethod
    }
    return Futures.immediateFuture(account);
  }
}
