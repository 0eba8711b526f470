package pitfalls.blockingwaitinasynccontext;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.CompletableFuture;

/** Do Netty handlers wait for the loop that they occupy? */
final class NettyWaits {
  private NettyWaits() {}

  /** Does a proxy wait for its upstream connection? */
  static final class ProxyHandler extends ChannelInboundHandlerAdapter {
    private final Bootstrap upstream;

    ProxyHandler(Bootstrap upstream) {
      this.upstream = upstream;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws InterruptedException {
      Channel connected =
          upstream
              .connect("orders.internal", 9000)
              .sync() // expect: BlockingWaitInAsyncContext
              .channel();
      ctx.fireUserEventTriggered(connected.id());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws InterruptedException {
      ChannelFuture written = ctx.writeAndFlush(message);
      if (!written.await(500)) { // expect: BlockingWaitInAsyncContext
        ctx.fireUserEventTriggered("slow peer");
      }
    }
  }

  /** Does a handler block on the answer of another service? */
  static final class LookupHandler extends SimpleChannelInboundHandler<String> {
    private final OrderClient orders;

    LookupHandler(OrderClient orders) {
      this.orders = orders;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String id) {
      Order order = orders.fetch(id).join(); // expect: BlockingWaitInAsyncContext
      ctx.writeAndFlush(order.customer(), ctx.voidPromise());
    }
  }

  /** Does a handler answer when the other service has answered? It does not wait. */
  static final class ComposedLookupHandler extends SimpleChannelInboundHandler<String> {
    private final OrderClient orders;

    ComposedLookupHandler(OrderClient orders) {
      this.orders = orders;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String id) {
      orders
          .fetch(id)
          .whenComplete(
              (order, error) ->
                  ctx.writeAndFlush(
                      error == null ? order.customer() : error.getMessage(), ctx.voidPromise()));
    }
  }

  static void promiseAwaitedOnLoop(Channel channel, Promise<String> answer) {
    channel
        .eventLoop()
        .execute(
            () -> {
              answer.syncUninterruptibly(); // expect: BlockingWaitInAsyncContext definite
              channel.pipeline().fireUserEventTriggered(answer.getNow());
            });
  }

  static void answerOfACompletedPromise(Channel channel, Promise<String> answer) {
    answer.addListener(
        done -> channel.pipeline().fireUserEventTriggered(done.isSuccess() ? answer.get() : ""));
  }

  static void listenerIsGivenTheCompletedFuture(ChannelFuture connecting, Channel waiting) {
    connecting.addListener(
        (ChannelFutureListener)
            connected -> {
              connected.syncUninterruptibly();
              waiting.pipeline().fireUserEventTriggered(connected.channel().id());
            });
  }

  static void listenerWaitsForAnotherFuture(ChannelFuture connecting, ChannelFuture handshake) {
    connecting.addListener(
        (ChannelFutureListener)
            connected -> handshake.syncUninterruptibly()); // expect: BlockingWaitInAsyncContext
  }

  static void closeAfterWrite(Channel channel, String farewell) {
    channel.writeAndFlush(farewell).addListener(ChannelFutureListener.CLOSE);
  }

  static CompletableFuture<Void> bridgeToCompletableFuture(ChannelFuture connecting) {
    CompletableFuture<Void> bridge = new CompletableFuture<>();
    connecting.addListener(
        (ChannelFutureListener)
            done -> {
              if (done.isSuccess()) {
                bridge.complete(done.get());
              } else {
                bridge.completeExceptionally(done.cause());
              }
            });
    return bridge;
  }

  static Channel bindInSynchronousMethod(ServerBootstrap server) throws InterruptedException {
    return server.bind(8080).sync().channel();
  }
}
