package pitfalls.blockingcallinasynccontext;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Do Netty handlers wait on the channel's event loop? */
final class NettyHandlers {
  private NettyHandlers() {}

  /** Does reading a message wait for the database? */
  static final class CartLookup extends SimpleChannelInboundHandler<String> {
    private final CartRepository carts;

    CartLookup(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String id) {
      Cart cart = carts.load(id); // expect: BlockingCallInAsyncContext
      ctx.writeAndFlush(cart.summary(), ctx.voidPromise());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.fireExceptionCaught(cause);
    }
  }

  /** Do life-cycle callbacks wait for the disk? */
  static final class ConnectionAudit extends ChannelInboundHandlerAdapter {
    private final AuditLog audit;

    ConnectionAudit(AuditLog audit) {
      this.audit = audit;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      audit.append("connected " + ctx.channel().id()); // expect: BlockingCallInAsyncContext
      ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      audit.note("closed " + ctx.channel().id());
      ctx.fireChannelInactive();
    }
  }

  /** Does a decoder push bytes into a pipe that somebody else must drain? */
  static final class UploadDecoder extends ByteToMessageDecoder {
    private final PipedOutputStream sink;
    private final PipedInputStream acknowledgements;

    UploadDecoder(PipedOutputStream sink, PipedInputStream acknowledgements) {
      this.sink = sink;
      this.acknowledgements = acknowledgements;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      byte[] chunk = new byte[in.readableBytes()];
      in.readBytes(chunk);
      sink.write(chunk); // expect: BlockingCallInAsyncContext
      int code = acknowledgements.read(); // expect: BlockingCallInAsyncContext
      out.add(code);
    }
  }

  /** Does a handler that hands its work on stay responsive? It does. */
  static final class OffloadingLookup extends SimpleChannelInboundHandler<String> {
    private final CartRepository carts;
    private final ExecutorService workers;

    OffloadingLookup(CartRepository carts, ExecutorService workers) {
      this.carts = carts;
      this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String id) {
      workers.execute(() -> ctx.writeAndFlush(carts.load(id).summary(), ctx.voidPromise()));
    }
  }

  /** Does a handler wait that is only ever added with an executor group of its own? It may. */
  static final class ReportHandler extends ChannelInboundHandlerAdapter {
    private final CartRepository carts;

    ReportHandler(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      Cart cart = carts.load(message.toString());
      ctx.writeAndFlush(cart.summary(), ctx.voidPromise());
    }
  }

  /** How is the pipeline of a connection built? */
  static final class CartServerInitializer extends ChannelInitializer<SocketChannel> {
    private final EventExecutorGroup reports;
    private final CartRepository carts;
    private final AuditLog audit;

    CartServerInitializer(EventExecutorGroup reports, CartRepository carts, AuditLog audit) {
      this.reports = reports;
      this.carts = carts;
      this.audit = audit;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      audit.append("accepted " + channel.id()); // expect: BlockingCallInAsyncContext
      channel.pipeline().addLast(new CartLookup(carts));
      channel.pipeline().addLast(new ConnectionAudit(audit));
      channel.pipeline().addLast(reports, "reports", new ReportHandler(carts));
    }
  }

  static void taskOnEventLoop(Channel channel, CartRepository carts, Cart cart) {
    channel
        .eventLoop()
        .execute(() -> carts.save(cart)); // expect: BlockingCallInAsyncContext definite
  }

  static void listenerOfWrite(Channel channel, AuditLog audit, String text) {
    channel
        .writeAndFlush(text)
        .addListener(
            (ChannelFutureListener)
                done ->
                    audit.append( // expect: BlockingCallInAsyncContext
                        "wrote " + done.isSuccess()));
  }

  static void listenerInMemory(Channel channel, AuditLog audit, ByteBuf frame) {
    String text = frame.toString(StandardCharsets.UTF_8);
    channel
        .writeAndFlush(frame)
        .addListener((ChannelFutureListener) done -> audit.note(text + done.isSuccess()));
  }

  static void savedByCallerOfTheLoop(Channel channel, CartRepository carts, Cart cart) {
    carts.save(cart);
    channel.eventLoop().execute(() -> channel.pipeline().fireUserEventTriggered(cart.id()));
  }
}
