package pitfalls.nevercompletedfuture;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.nevercompletedfuture.PaymentGateway.Listener;
import pitfalls.nevercompletedfuture.PaymentGateway.Order;
import pitfalls.nevercompletedfuture.PaymentGateway.Receipt;
import reactor.core.publisher.Mono;

/** Promises that bridge from one style of client to another, and get lost when the call fails. */
final class CallbackBridges {
  private static final Logger log = LoggerFactory.getLogger(CallbackBridges.class);

  private final PaymentGateway gateway;

  CallbackBridges(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  CompletableFuture<Receipt> failureIsOnlyLogged(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture
    gateway.charge(
        order, result::complete, failure -> log.warn("payment {} failed", order.id(), failure));
    return result;
  }

  CompletableFuture<Receipt> listenerOnlyLogsTheFailure(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture
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
          }
        });
    return result;
  }

  CompletableFuture<Receipt> stageThatOnlySuccessGetsTo(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    gateway.chargeAsync(order).thenAccept(result::complete);
    return result;
  }

  CompletableFuture<String> stageWithALambda(Order order) {
    CompletableFuture<String> label = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    gateway
        .chargeAsync(order)
        .thenAccept(
            receipt -> {
              log.info("order {} paid", order.id());
              label.complete("paid: " + receipt.id());
            });
    return label;
  }

  CompletableFuture<Receipt> handlerWithoutElse(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (failure == null) {
                result.complete(receipt);
              } else {
                log.warn("payment {} failed", order.id(), failure);
              }
            });
    return result;
  }

  CompletableFuture<Receipt> returnsAfterTheFailure(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (failure != null) {
                log.warn("payment {} failed", order.id(), failure);
                return;
              }
              result.complete(receipt);
            });
    return result;
  }

  CompletableFuture<Receipt> throwsInTheHandler(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (failure != null) {
                throw new IllegalStateException("payment failed", failure);
              }
              result.complete(receipt);
            });
    return result;
  }

  CompletionStage<Receipt> refusedIsForgotten(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture definite
    gateway
        .chargeAsync(order)
        .thenAccept(
            receipt -> {
              if (receipt.status() == PaymentGateway.Status.PAID) {
                result.complete(receipt);
              }
            })
        .exceptionally(
            failure -> {
              result.completeExceptionally(failure);
              return null;
            });
    return result.thenApply(receipt -> receipt);
  }

  Future<Receipt> vertxSuccessOnly(Future<Receipt> charged) {
    io.vertx.core.Promise<Receipt> promise =
        io.vertx.core.Promise.promise(); // expect: NeverCompletedFuture definite
    charged.onSuccess(promise::complete);
    return promise.future();
  }

  Future<Receipt> vertxResultWithoutElse(Future<Receipt> charged) {
    io.vertx.core.Promise<Receipt> promise =
        io.vertx.core.Promise.promise(); // expect: NeverCompletedFuture definite
    charged.onComplete(
        outcome -> {
          if (outcome.succeeded()) {
            promise.complete(outcome.result());
          } else {
            log.warn("payment failed", outcome.cause());
          }
        });
    return promise.future();
  }

  ListenableFuture<Receipt> guavaCallbackIgnoresTheFailure(ListenableFuture<Receipt> charged) {
    SettableFuture<Receipt> result = SettableFuture.create(); // expect: NeverCompletedFuture
    Futures.addCallback(
        charged,
        new FutureCallback<Receipt>() {
          @Override
          public void onSuccess(Receipt receipt) {
            result.set(receipt);
          }

          @Override
          public void onFailure(Throwable failure) {}
        },
        MoreExecutors.directExecutor());
    return result;
  }

  Promise<Void> nettyListenerForSuccess(EventExecutor executor, ChannelFuture flushed) {
    Promise<Void> promise = executor.newPromise(); // expect: NeverCompletedFuture definite
    flushed.addListener(
        (ChannelFutureListener)
            future -> {
              if (future.isSuccess()) {
                promise.setSuccess(null);
              }
            });
    return promise;
  }

  CompletableFuture<String> httpErrorIsForgotten(Call call) {
    CompletableFuture<String> body = new CompletableFuture<>(); // expect: NeverCompletedFuture likely
    call.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call answered, Response response) {
            if (!response.isSuccessful()) {
              log.warn("status {}", response.code());
              return;
            }
            body.complete(response.message());
          }

          @Override
          public void onFailure(Call failed, IOException e) {
            body.completeExceptionally(e);
          }
        });
    return body;
  }

  CompletableFuture<Receipt> subscriberOnlyLogsTheError(Mono<Receipt> charged) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture
    charged.subscribe(result::complete, failure -> log.warn("payment failed", failure));
    return result;
  }

  CompletableFuture<Receipt> failureHandledByTheOtherMethod(ListenableFuture<String> charged) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    Futures.addCallback(
        charged,
        new FutureCallback<>() {
          @Override
          public void onSuccess(String number) {
            try {
              result.complete(gateway.read(number));
            } catch (RuntimeException e) {
              onFailure(e);
            }
          }

          @Override
          public void onFailure(Throwable failure) {
            result.completeExceptionally(failure);
          }
        },
        MoreExecutors.directExecutor());
    return result;
  }

  CompletableFuture<Receipt> sourceIsAPromiseThatNobodyFails(Order order) {
    CompletableFuture<Receipt> answered = new CompletableFuture<>();
    CompletableFuture<Receipt> checked = new CompletableFuture<>();
    gateway.ask(order, answered::complete);
    answered.thenAccept(
        receipt -> {
          if (receipt == null) {
            checked.completeExceptionally(new IllegalStateException("no receipt"));
          } else {
            checked.complete(receipt);
          }
        });
    return checked;
  }

  CompletableFuture<Receipt> sourceIsAPromiseThatMayFail(Order order) {
    CompletableFuture<Receipt> answered = new CompletableFuture<>();
    CompletableFuture<Receipt> checked = new CompletableFuture<>(); // expect: NeverCompletedFuture
    gateway.charge(order, answered::complete, answered::completeExceptionally);
    answered.thenAccept(checked::complete);
    return checked;
  }

  CompletableFuture<Receipt> completedByACallbackInsideTheCallback(ListenableFuture<String> opened) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    Futures.addCallback(
        opened,
        new FutureCallback<>() {
          @Override
          public void onSuccess(String number) {
            if (number.isEmpty()) {
              result.complete(gateway.read("none"));
              return;
            }
            gateway.charge(
                new Order(number, 0),
                new Listener() {
                  @Override
                  public void onReceipt(Receipt receipt) {
                    result.complete(receipt);
                  }

                  @Override
                  public void onFailure(Throwable failure) {
                    result.completeExceptionally(failure);
                  }
                });
          }

          @Override
          public void onFailure(Throwable failure) {
            result.completeExceptionally(failure);
          }
        },
        MoreExecutors.directExecutor());
    return result;
  }

  CompletableFuture<Receipt> sourceIsATurnThatComesInAnyCase(Turns turns, Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    turns
        .next()
        .thenAccept(turn -> gateway.charge(order, result::complete, result::completeExceptionally));
    return result;
  }

  CompletableFuture<Receipt> sourceIsATurnThatMayBeRefused(RefusedTurns turns, Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>(); // expect: NeverCompletedFuture
    turns
        .next()
        .thenAccept(
            turn -> gateway.charge(order, result::complete, result::completeExceptionally));
    return result;
  }

  /** Lets one after the other have its turn. */
  static final class Turns {
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    CompletableFuture<Void> next() {
      CompletableFuture<Void> turn = new CompletableFuture<>();
      waiting.add(turn);
      return turn;
    }

    void release() {
      CompletableFuture<Void> turn = waiting.poll();
      if (turn != null) {
        turn.complete(null);
      }
    }
  }

  /** Lets one after the other have its turn, as long as the shop is open. */
  static final class RefusedTurns {
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    CompletableFuture<Void> next() {
      CompletableFuture<Void> turn = new CompletableFuture<>();
      waiting.add(turn);
      return turn;
    }

    void close() {
      waiting.forEach(turn -> turn.completeExceptionally(new IllegalStateException("closed")));
    }
  }
}
