package pitfalls.unawaitedfuture;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ServerChannel;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.pool.ChannelPool;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Netty futures: bind and close are to be waited for; listeners and promises are fluent. */
final class NettyServer {
  private static final Logger log = LoggerFactory.getLogger(NettyServer.class);

  private final ServerBootstrap bootstrap;

  NettyServer(ServerBootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  void bindDropped() {
    bootstrap.bind(8080); // expect: UnawaitedFuture
    log.info("listening on 8080");
  }

  void connectDropped(Bootstrap client) {
    client.connect(new InetSocketAddress("stock.example.org", 9000)); // expect: UnawaitedFuture
  }

  void serverChannelClosed(ServerChannel serverChannel) {
    serverChannel.close(); // expect: UnawaitedFuture
    log.info("closed");
  }

  void bindKeptInALocal() {
    ChannelFuture bound = bootstrap.bind(8443); // expect: UnawaitedFuture
    log.info("listening on 8443");
  }

  void channelGivenBack(ChannelPool pool, Channel channel) {
    pool.release(channel);
  }

  void boundAndWaitedFor() throws InterruptedException {
    bootstrap.bind(8080).sync();
  }

  void closeFutureWaitedFor(Channel channel) throws InterruptedException {
    channel.closeFuture().sync();
  }

  void listenerOnBind() {
    bootstrap
        .bind(8080)
        .addListener(
            (ChannelFuture bound) -> {
              if (!bound.isSuccess()) {
                log.error("could not bind", bound.cause());
              }
            });
  }

  Channel listenerAddedToTheLocal(Bootstrap client) {
    ChannelFuture connecting = client.connect("stock.example.org", 9000);
    connecting.addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    return connecting.channel();
  }

  Future<String> promiseSetFluently(EventExecutor executor, String price) {
    Promise<String> promise = executor.newPromise();
    promise.setSuccess(price);
    return promise;
  }

  Future<String> promiseFailedFluently(EventExecutor executor, Throwable cause) {
    Promise<String> promise = executor.newPromise();
    promise.setFailure(cause);
    return promise;
  }

  /** A handler that answers; a failed write closes the connection elsewhere. */
  static final class PriceHandler extends SimpleChannelInboundHandler<String> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, String article) {
      context.write("price of " + article, context.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.writeAndFlush("end", context.voidPromise());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object idle) {
      context.writeAndFlush("bye").addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Prices for browsers, over a connection that was upgraded to a web socket. */
  static final class PriceSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final WebSocketServerHandshaker handshaker;

    PriceSocket(WebSocketServerHandshaker handshaker) {
      this.handshaker = handshaker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      if (frame instanceof CloseWebSocketFrame bye) {
        handshaker.close(context.channel(), bye.retain());
      }
    }
  }
}
