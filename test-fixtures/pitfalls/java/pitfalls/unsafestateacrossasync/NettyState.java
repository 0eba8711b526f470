package pitfalls.unsafestateacrossasync;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Netty handlers: one per channel is confined; a shared one is called by every event loop. */
final class NettyState {

  /** A new instance per channel, always called by the channel's event loop: silent. */
  static final class LineCollector extends SimpleChannelInboundHandler<String> {
    private final List<String> lines = new ArrayList<>();
    private int received;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String line) {
      received++;
      lines.add(line);
      if (received == 10) {
        ctx.fireChannelRead(List.copyOf(lines));
        lines.clear();
      }
    }
  }

  @Sharable
  static final class ConnectionCounter extends ChannelInboundHandlerAdapter {
    private int open;

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      open++; // missed-alarm: UnsafeStateAcrossAsync - that the handler is shared between channels is not asked
      ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      open--; // missed-alarm: UnsafeStateAcrossAsync - that the handler is shared between channels is not asked
      ctx.fireChannelInactive();
    }
  }

  /** Shared, with types made for it: silent. */
  @Sharable
  static final class SafeCounter extends ChannelInboundHandlerAdapter {
    private final LongAdder messages = new LongAdder();
    private final Map<String, Long> perChannel = new ConcurrentHashMap<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      messages.increment();
      perChannel.merge(ctx.channel().id().asShortText(), 1L, Long::sum);
      ctx.fireChannelRead(message);
    }
  }

  /** The handler's field is also written by a pool. */
  static final class Scorer extends SimpleChannelInboundHandler<String> {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Map<String, Integer> scores = new HashMap<>();

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String player) {
      Integer known = scores.get(player);
      pool.execute(
          () -> {
            int score = player.length() + (known == null ? 0 : known);
            scores.put(player, score); // expect: UnsafeStateAcrossAsync
          });
    }
  }

  /** The pool hands the write back to the channel's event loop: silent. */
  static final class ConfinedScorer extends SimpleChannelInboundHandler<String> {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Map<String, Integer> scores = new HashMap<>();

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String player) {
      pool.execute(
          () -> {
            int score = player.length();
            ctx.executor().execute(() -> scores.put(player, score));
          });
    }
  }

  /** Listeners of a channel's writes run on the channel's event loop: silent. */
  static final class Resender extends ChannelInboundHandlerAdapter {
    private final Deque<Object> failed = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ctx.writeAndFlush(ReferenceCountUtil.retain(message))
          .addListener(
              written -> {
                if (!written.isSuccess()) {
                  failed.add(message);
                }
              });
    }
  }
}
