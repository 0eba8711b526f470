package pitfalls.unawaitedfuture;

import io.grpc.netty.shaded.io.netty.buffer.ByteBuf;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelFuture;
import io.grpc.netty.shaded.io.netty.channel.ChannelFutureListener;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;

/** Copies of libraries under other package names, of whose methods no model speaks. */
final class RelocatedLibraries {
  private RelocatedLibraries() {}

  /** A proxy in front of the orders, written against the Netty that gRPC brings along. */
  static final class OrderProxy extends ChannelInboundHandlerAdapter {
    private final Channel backend;

    OrderProxy(Channel backend) {
      this.backend = backend;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      backend.writeAndFlush((ByteBuf) message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      backend.close();
    }
  }

  /** Answers with a page of its own, and tells in its own terms when that is sent. */
  static final class ErrorPages extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      sendPage(context, "sorry");
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      sendRaw(context, "bye");
    }

    private static ChannelFuture sendRaw(ChannelHandlerContext context, String text) {
      return context.writeAndFlush(text);
    }

    private static CompletableFuture<Void> sendPage(ChannelHandlerContext context, String text) {
      CompletableFuture<Void> sent = new CompletableFuture<>();
      context
          .writeAndFlush(text)
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(done.cause());
                }
              });
      return sent;
    }
  }
}
