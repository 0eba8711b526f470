package pitfalls.nevercompletedfuture;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pitfalls.nevercompletedfuture.PaymentGateway.Listener;
import pitfalls.nevercompletedfuture.PaymentGateway.Order;
import pitfalls.nevercompletedfuture.PaymentGateway.Receipt;
import reactor.core.publisher.Mono;

/** Sinks, emitters and promises that a library gives, and that are not told of every end. */
final class Emitters {
  private static final Logger log = LoggerFactory.getLogger(Emitters.class);

  private final PaymentGateway gateway;

  Emitters(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  Mono<Receipt> sinkHearsOfSuccessOnly(Order order) {
    return Mono.create( // expect: NeverCompletedFuture definite
        sink ->
            gateway
                .chargeAsync(order)
                .whenComplete(
                    (receipt, failure) -> {
                      if (failure != null) {
                        log.warn("payment {} failed", order.id(), failure);
                      } else {
                        sink.success(receipt);
                      }
                    }));
  }

  Single<Receipt> emitterAndAListener(Order order) {
    return Single.create( // expect: NeverCompletedFuture
        emitter ->
            gateway.charge(
                order,
                new Listener() {
                  @Override
                  public void onReceipt(Receipt receipt) {
                    emitter.onSuccess(receipt);
                  }

                  @Override
                  public void onFailure(Throwable failure) {
                    log.warn("payment failed", failure);
                  }
                }));
  }

  Completable completesIfThereIsWork(Order order) {
    return Completable.create( // expect: NeverCompletedFuture definite
        emitter -> {
          if (order.cents() > 0) {
            gateway.charge(order, receipt -> emitter.onComplete(), emitter::onError);
          }
        });
  }

  Uni<Receipt> uniEmitterLogsTheFailure(Order order) {
    return Uni.createFrom()
        .emitter( // expect: NeverCompletedFuture
            emitter ->
                gateway.charge(
                    order, emitter::complete, failure -> log.warn("payment failed", failure)));
  }

  Future<Receipt> vertxPromiseInAHandler(Order order) {
    return Future.future( // expect: NeverCompletedFuture definite
        promise -> {
          if (order.cents() == 0) {
            log.info("order {} costs nothing", order.id());
            return;
          }
          gateway.charge(order, promise::complete, promise::fail);
        });
  }

  /** A verticle whose deployment hangs when its server cannot listen. */
  static final class PaymentApi extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) { // expect[error-prone, source]: NeverCompletedFuture definite - bytecode has no line for the name
      vertx // expect[spotbugs]: NeverCompletedFuture definite - the first line that bytecode has of the method
          .createHttpServer()
          .requestHandler(request -> request.response().end("ok"))
          .listen(8080)
          .onComplete(
              listening -> {
                if (listening.succeeded()) {
                  started.complete();
                } else {
                  log.error("cannot listen", listening.cause());
                }
              });
    }
  }
}
