package pitfalls.nevercompletedfuture;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.nevercompletedfuture.PaymentGateway.Order;
import pitfalls.nevercompletedfuture.PaymentGateway.Receipt;

/** Tasks and methods with a way out on which the promise stays as it is. */
final class TasksAndBranches {
  private static final Logger log = LoggerFactory.getLogger(TasksAndBranches.class);

  private final PaymentGateway gateway;
  private final ExecutorService workers;
  private final Map<String, Receipt> paid = new ConcurrentHashMap<>();

  TasksAndBranches(PaymentGateway gateway, ExecutorService workers) {
    this.gateway = gateway;
    this.workers = workers;
  }

  CompletableFuture<Receipt> catchSwallows(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    workers.execute(
        () -> {
          try {
            result.complete(gateway.chargeNow(order));
          } catch (IOException e) {
            log.error("payment {} failed", order.id(), e);
          }
        });
    return result;
  }

  CompletableFuture<Receipt> emptyCatch(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    workers.execute(
        () -> {
          try {
            result.complete(gateway.chargeNow(order));
          } catch (IOException ignored) {
            // the provider is tried again tonight
          }
        });
    return result;
  }

  CompletableFuture<Receipt> threadReturnsEarly(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    workers.execute(
        () -> {
          Receipt known = paid.get(order.id());
          if (known == null) {
            log.info("order {} is unknown", order.id());
            return;
          }
          result.complete(known);
        });
    return result;
  }

  CompletableFuture<Receipt> oneOfTwoCatches(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    workers.execute(
        () -> {
          try {
            result.complete(gateway.chargeNow(order));
          } catch (IOException e) {
            result.completeExceptionally(e);
          } catch (RuntimeException e) {
            log.error("payment {} failed", order.id(), e);
          }
        });
    return result;
  }

  static <T> CompletableFuture<T> callersSupplier(ExecutorService pool, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>(); // expect: NeverCompletedFuture likely
    pool.execute(() -> result.complete(work.get()));
    return result;
  }

  static <T> CompletableFuture<T> callersCallable(ExecutorService pool, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    pool.execute(
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception e) {
            log.error("task failed", e);
          }
        });
    return result;
  }

  CompletableFuture<Receipt> registrationFails(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    try {
      gateway.charge(order, result::complete, result::completeExceptionally);
    } catch (RuntimeException e) {
      log.error("payment {} not started", order.id(), e);
    }
    return result;
  }

  CompletableFuture<Receipt> onlyIfItIsKnown(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    Receipt known = paid.get(order.id());
    if (known != null) {
      result.complete(known);
    }
    return result;
  }

  CompletableFuture<String> armThatOnlyLogs(Receipt receipt) {
    CompletableFuture<String> label = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    switch (receipt.status()) {
      case PAID:
        label.complete("paid");
        break;
      case REFUSED:
        label.completeExceptionally(new IllegalStateException("refused"));
        break;
      default:
        log.warn("receipt {} is {}", receipt.id(), receipt.status());
    }
    return label;
  }

  CompletableFuture<Receipt> knownOrChargedOnSuccess(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    if (paid.containsKey(order.id())) {
      result.complete(paid.get(order.id()));
    } else {
      gateway.chargeAsync(order).thenAccept(result::complete);
    }
    return result;
  }

  CompletableFuture<String> elseIfWithoutElse(Receipt receipt) {
    CompletableFuture<String> label = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    if (receipt.status() == PaymentGateway.Status.PAID) {
      label.complete("paid");
    } else if (receipt.status() == PaymentGateway.Status.REFUSED) {
      label.complete("refused");
    }
    return label;
  }
}
