package pitfalls.nevercompletedfuture;

import io.reactivex.rxjava3.core.Single;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.nevercompletedfuture.PaymentGateway.Order;
import pitfalls.nevercompletedfuture.PaymentGateway.Receipt;
import reactor.core.publisher.Mono;

/** Promises that somebody else may complete, so that a path that does not is no fault. */
final class HandedOn {
  private static final Logger log = LoggerFactory.getLogger(HandedOn.class);

  private final PaymentGateway gateway;
  private final Map<String, CompletableFuture<Receipt>> pending = new ConcurrentHashMap<>();
  private final Map<String, Receipt> paid = new ConcurrentHashMap<>();
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> drained = new CompletableFuture<>();
  private boolean idle;

  HandedOn(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  CompletableFuture<Receipt> kept(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    Receipt known = paid.get(order.id());
    if (known != null) {
      result.complete(known);
    } else {
      pending.put(order.id(), result);
    }
    return result;
  }

  void answered(Receipt receipt) {
    CompletableFuture<Receipt> waits = pending.remove(receipt.id());
    if (waits != null) {
      waits.complete(receipt);
    }
  }

  CompletableFuture<Void> whenIdle() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    waiting.add(turn);
    if (idle) {
      turn.complete(null);
    }
    return turn;
  }

  CompletableFuture<Void> fieldIsReplaced() {
    CompletableFuture<Void> next = new CompletableFuture<>();
    drained = next;
    if (idle) {
      next.complete(null);
    }
    return next;
  }

  void nowIdle() {
    drained.complete(null);
  }

  CompletableFuture<Receipt> helperTries(Order order) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    attempt(order, 3, result);
    return result;
  }

  private void attempt(Order order, int times, CompletableFuture<Receipt> result) {
    gateway
        .chargeAsync(order)
        .whenComplete(
            (receipt, failure) -> {
              if (failure == null) {
                result.complete(receipt);
              } else if (times > 0) {
                attempt(order, times - 1, result);
              } else {
                result.completeExceptionally(failure);
              }
            });
  }

  CompletableFuture<Receipt> timerCompletes(Order order, ScheduledExecutorService timer) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    timer.schedule(
        () -> result.completeExceptionally(new TimeoutException()), 5, TimeUnit.SECONDS);
    gateway.charge(order, result::complete, failure -> log.warn("payment failed", failure));
    return result;
  }

  CompletableFuture<Void> callerCompletes(boolean atOnce) {
    CompletableFuture<Void> signal = newSignal(atOnce);
    waiting.add(signal);
    return signal;
  }

  private static CompletableFuture<Void> newSignal(boolean atOnce) {
    CompletableFuture<Void> signal = new CompletableFuture<>();
    if (atOnce) {
      signal.complete(null);
    }
    return signal;
  }

  CompletableFuture<Receipt> firstMatchOfMany(
      Order order, Consumer<Consumer<Receipt>> subscription) {
    CompletableFuture<Receipt> match = new CompletableFuture<>();
    subscription.accept(
        receipt -> {
          if (receipt.id().equals(order.id())) {
            match.complete(receipt);
          }
        });
    return match;
  }

  CompletableFuture<Receipt> givenAsAFunction(Order order, BiConsumer<Order, Consumer<Receipt>> api) {
    CompletableFuture<Receipt> result = new CompletableFuture<>();
    api.accept(order, result::complete);
    return result;
  }

  Mono<Receipt> sinkOfBoth(Order order) {
    return Mono.create(sink -> gateway.charge(order, sink::success, sink::error));
  }

  Single<Receipt> throwsToTheEmitter(Order order) {
    return Single.create(
        emitter -> {
          if (order.cents() < 0) {
            throw new IllegalStateException("negative");
          }
          gateway.charge(order, emitter::onSuccess, emitter::onError);
        });
  }

  /** A verticle that leaves the promise to its super class. */
  static class Started extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) throws Exception {
      log.info("starting");
      super.start(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
      vertx.close().onComplete(stopped);
    }
  }
}
