package pitfalls.unawaitedfuture;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.support.AsyncPool;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.api.RBatch;
import org.redisson.api.RMapAsync;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does dropping what a call yields lose anything where somebody else holds that future? */
final class HeldElsewhere {
  private static final Logger log = LoggerFactory.getLogger(HeldElsewhere.class);

  private final Map<Long, CompletableFuture<Order>> pending = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final OrderStore store;

  HeldElsewhere(OrderStore store) {
    this.store = store;
  }

  /** Does an encoder report to the promise that it is handed? */
  static final class HeadersEncoder extends ChannelOutboundHandlerAdapter {
    private final Http2ConnectionEncoder encoder;

    HeadersEncoder(Http2ConnectionEncoder encoder) {
      this.encoder = encoder;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      encoder.writePing(ctx, false, (Long) message, promise);
    }

    void resetWithVoidPromise(ChannelHandlerContext ctx, int stream) {
      encoder.writeRstStream(ctx, stream, 8L, ctx.voidPromise());
    }

    void pingWithPromiseOfItsOwn(ChannelHandlerContext ctx, int stream) {
      encoder.writePing(ctx, false, stream, ctx.newPromise()); // expect: UnawaitedFuture
    }
  }

  void brokenConnectionGivenUp(Channel channel, HttpServerRequest request) {
    log.warn("giving up on {}", channel.remoteAddress());
    channel.close();
    request.connection().close();
  }

  void passedOnToAService(WebSocket socket, String text) {
    socket.writeTextMessage(text);
  }

  void connectionGivenBack(
      AsyncPool<StatefulRedisConnection<String, String>> pool,
      StatefulRedisConnection<String, String> connection) {
    pool.release(connection);
  }

  void pushedToABrowser(ServerWebSocket socket, HttpServerRequest upload) {
    upload.response().writeContinue();
    socket.writeTextMessage("order accepted");
  }

  void helperHandsOutItsOwnFuture() {
    closeGently();
    log.info("closing");
  }

  private CompletableFuture<Void> closeGently() {
    closed.complete(null);
    return closed;
  }

  void helperTakesOutWhatOthersWaitFor(long request) {
    takePending(request);
  }

  private CompletableFuture<Order> takePending(long request) {
    return pending.remove(request);
  }

  void helperIsDoneWhenItReturns(Order order) {
    remember(order);
    log.info("remembered {}", order.id());
  }

  private CompletableFuture<Void> remember(Order order) {
    pending.put(1L, CompletableFuture.completedFuture(order));
    return CompletableFuture.completedFuture(null);
  }

  void helperStartsWorkInOneBranch(Order order, boolean audited) {
    saveIf(order, audited); // expect: UnawaitedFuture
    log.info("saved {}", order.id());
  }

  private CompletableFuture<Void> saveIf(Order order, boolean audited) {
    return audited ? store.saveAsync(order) : CompletableFuture.completedFuture(null);
  }

  void helperHandsItsArgumentBack(Order order) {
    CompletableFuture<Void> saved = store.saveAsync(order);
    logged(saved);
    saved.whenComplete((done, failure) -> log.info("saved {}", order.id(), failure));
  }

  void argumentHandedBackIsDropped(Order order) {
    logged(store.saveAsync(order)); // expect: UnawaitedFuture
  }

  private static CompletableFuture<Void> logged(CompletableFuture<Void> saving) {
    log.debug("a save is under way");
    return saving;
  }

  void failureSeenBeforeTheLastStep(Pool pool, Order order) {
    pool.preparedQuery("update orders set seen = true where id = $1")
        .execute(Tuple.of(order.id()))
        .onFailure(failure -> log.warn("could not mark {}", order.id(), failure))
        .eventually(() -> Future.succeededFuture());
  }

  void failureNotSeenBeforeTheLastStep(Pool pool, Order order) {
    pool.preparedQuery("update orders set seen = true where id = $1")
        .execute(Tuple.of(order.id()))
        .eventually(() -> Future.succeededFuture()); // expect: UnawaitedFuture
  }

  void commandsOfABatch(RedissonClient redisson, List<Order> orders) {
    RBatch batch = redisson.createBatch();
    RMapAsync<String, Long> totals = batch.getMap("totals");
    for (Order order : orders) {
      totals.fastPutAsync(order.id(), order.cents());
    }
    batch.getKeys().deleteAsync("stale-totals");
    batch.execute();
  }

  void commandOutsideABatch(RedissonClient redisson, Order order) {
    RMapAsync<String, Long> totals = redisson.getMap("totals");
    totals.fastPutAsync(order.id(), order.cents()); // expect: UnawaitedFuture
  }
}
