package pitfalls.nevercompletedfuture;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.nevercompletedfuture.PaymentGateway.Listener;
import pitfalls.nevercompletedfuture.PaymentGateway.Order;
import pitfalls.nevercompletedfuture.PaymentGateway.Receipt;

/** Promises that every path completes. */
final class CompletedPromises {
  private static final Logger log = LoggerFactory.getLogger(CompletedPromises.class);

  private final PaymentGateway gateway;
  private final ExecutorService workers;
  private final Map<String, Receipt> paid = new ConcurrentHashMap<>();

  CompletedPromises(PaymentGateway gateway, ExecutorService workers) {
    this.gateway = gateway;
    this.workers = workers;
  }

  CompletableFuture<Receipt> bothCallbacks(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway.charge(order, result::complete, result::completeExceptionally);
    return result;
  }

  CompletableFuture<Receipt> listenerOfBoth(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway.charge(
        order,
        new Listener() {
          @Override
          public void onReceipt(Receipt receipt) {
            result.complete(receipt);
          }

          @Override
          public void onFailure(Throwable failure) {
            log.error("payment {} failed", order.id(), failure);
            result.completeExceptionally(failure);
          }
        });
    return result;
  }

  CompletableFuture<Receipt> failureOnTheSameChain(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway
        .chargeAsync(order)
        .thenAccept(result::complete)
        .exceptionally(
            failure -> {
              result.completeExceptionally(failure);
              return null;
            });
    return result;
  }

  CompletableFuture<Receipt> failureIsReplacedBefore(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway
        .chargeAsync(order)
        .exceptionally(failure -> new Receipt(order.id(), PaymentGateway.Status.REFUSED))
        .thenAccept(result::complete);
    return result;
  }

  CompletableFuture<Receipt> handlerOfBoth(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              result.complete(receipt);
            });
    return result;
  }

  CompletableFuture<Receipt> threeWays(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else if (receipt.status() == PaymentGateway.Status.REFUSED) {
                result.completeExceptionally(new IllegalStateException("refused"));
              } else {
                result.complete(receipt);
              }
            });
    return result;
  }

  Future<Receipt> vertxBoth(Future<Receipt> charged) {
    Promise<Receipt> promise = Promise.promise();
    charged.onSuccess(promise::complete).onFailure(promise::fail);
    return promise.future();
  }

  Future<Receipt> vertxPromiseAsHandler(Future<Receipt> charged) {
    Promise<Receipt> promise = Promise.promise();
    charged.onComplete(promise);
    return promise.future();
  }

  ListenableFuture<Receipt> guavaBoth(ListenableFuture<Receipt> charged) {
    SettableFuture<Receipt> result = SettableFuture.create();
    Futures.addCallback(
        charged,
        new FutureCallback<Receipt>() {
          @Override
          public void onSuccess(Receipt receipt) {
            result.set(receipt);
          }

          @Override
          public void onFailure(Throwable failure) {
            result.setException(failure);
          }
        },
        MoreExecutors.directExecutor());
    return result;
  }

  CompletableFuture<Receipt> catchCompletes(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    workers.execute(
        () -> {
          try {
            result.complete(gateway.chargeNow(order));
          } catch (IOException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  CompletableFuture<Receipt> finallyCompletes(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    workers.execute(
        () -> {
          Receipt receipt = new Receipt(order.id(), PaymentGateway.Status.PENDING);
          try {
            receipt = gateway.chargeNow(order);
          } catch (IOException e) {
            log.error("payment {} failed", order.id(), e);
          } finally {
            result.complete(receipt);
          }
        });
    return result;
  }

  CompletableFuture<Receipt> completedAfterTheCatch(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    Receipt receipt = null;
    try {
      receipt = paid.get(order.id());
    } catch (RuntimeException e) {
      log.error("no receipt of {}", order.id(), e);
    }
    result.complete(receipt);
    return result;
  }

  static <T> CompletableFuture<T> guardedCallable(ExecutorService pool, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    pool.execute(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable t) {
            result.completeExceptionally(t);
          }
        });
    return result;
  }

  CompletableFuture<Receipt> rejectedBeforeItIsReturned(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    Receipt known = paid.get(order.id());
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    gateway.charge(order, result::complete, result::completeExceptionally);
    return result;
  }

  CompletableFuture<String> everyArm(Receipt receipt) {
    CompletableFuture<String> label = new CompletableFuture<>();
    switch (receipt.status()) {
      case PAID:
        label.complete("paid");
        break;
      case REFUSED:
        label.complete("refused");
        break;
      default:
        log.warn("receipt {} is {}", receipt.id(), receipt.status());
        label.complete("open");
    }
    return label;
  }

  CompletableFuture<Receipt> askedTwice(Order order, boolean charge) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    if (charge) {
      gateway.charge(order, result::complete, result::completeExceptionally);
    }
    log.info("order {}", order.id());
    if (!charge) {
      result.complete(new Receipt(order.id(), PaymentGateway.Status.PENDING));
    }
    return result;
  }

  CompletableFuture<Receipt> timesOut(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway.charge(order, result::complete, failure -> log.warn("payment failed", failure));
    return result.orTimeout(5, TimeUnit.SECONDS);
  }

  CompletableFuture<Void> knownRefusedOrNew(Order order, Receipt last) {
    CompletableFuture<Void> checked = new CompletableFuture<>();
    if (last == null) {
      log.error("order {} has no receipt", order.id());
      checked.completeExceptionally(new IllegalStateException("no receipt of " + order.id()));
      return checked;
    }
    if (order.cents() > 0 && last.status() == PaymentGateway.Status.PENDING) {
      try {
        log.info("charging {}", order.id());
        gateway.chargeNow(order);
        checked.complete(null);
      } catch (IOException e) {
        log.info("payment {} failed", order.id(), e);
        checked.completeExceptionally(e);
      }
    } else {
      checked.complete(null);
    }
    return checked;
  }

  CompletableFuture<Receipt> failureGoesToTheOuterChain(CompletableFuture<Order> ordered) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    ordered
        .thenCompose(order -> gateway.chargeAsync(order).thenAccept(result::complete))
        .exceptionally(
            failure -> {
              result.completeExceptionally(failure);
              return null;
            });
    return result;
  }

  CompletableFuture<Receipt> doneAlready(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (result.isDone()) {
                log.info("order {} was given up", order.id());
                return;
              }
              if (failure != null) {
                result.completeExceptionally(failure);
              } else {
                result.complete(receipt);
              }
            });
    return result;
  }

  CompletableFuture<Receipt> oneOfSeveralProviders(
      Order order, PaymentGateway cards, PaymentGateway vouchers) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    if (cards != null) {
      cards.charge(order, result::complete, result::completeExceptionally);
    }
    if (vouchers != null) {
      vouchers.charge(order, result::complete, result::completeExceptionally);
    }
    return result;
  }
}
