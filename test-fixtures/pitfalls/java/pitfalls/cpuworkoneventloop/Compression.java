package pitfalls.cpuworkoneventloop;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Compressing and expanding whole bodies on event loops. */
final class Compression {
  private final WebClient web;

  Compression(WebClient web) {
    this.web = web;
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] gunzip(byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[8192];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  void gzippedBody(Router router) {
    router.route().handler(BodyHandler.create());
    router
        .post("/gzip")
        .handler(
            rc -> {
              byte[] packed = gzip(rc.body().buffer().getBytes()); // expect: CpuWorkOnEventLoop
              rc.end(Buffer.buffer(packed));
            });
  }

  void directlyInHandler(Router router) {
    router
        .post("/gzip-direct")
        .handler(
            rc -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(rc.body().buffer().getBytes()); // expect: CpuWorkOnEventLoop
              } catch (IOException e) {
                rc.fail(e);
                return;
              }
              rc.end(Buffer.buffer(out.toByteArray()));
            });
  }

  void deflatedBody(Router router) {
    router
        .post("/deflate")
        .handler(
            rc ->
                rc.end(
                    Buffer.buffer(
                        deflate(rc.body().buffer().getBytes())))); // expect: CpuWorkOnEventLoop
  }

  Mono<Integer> expandedAnswer(String path) {
    return web.get()
        .uri(path)
        .retrieve()
        .bodyToMono(byte[].class)
        .map(Compression::gunzip) // expect: CpuWorkOnEventLoop
        .map(plain -> plain.length);
  }

  static final class Expander extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf packed) {
      byte[] plain = gunzip(ByteBufUtil.getBytes(packed)); // expect: CpuWorkOnEventLoop
      ctx.fireChannelRead(new String(plain, StandardCharsets.UTF_8));
    }
  }

  // Silent from here on.

  void gzipOffloaded(Router router) {
    router
        .post("/gzip-offloaded")
        .handler(
            rc -> {
              byte[] plain = rc.body().buffer().getBytes();
              rc.vertx()
                  .executeBlocking(() -> gzip(plain))
                  .onSuccess(packed -> rc.end(Buffer.buffer(packed)))
                  .onFailure(rc::fail);
            });
  }

  Mono<Integer> expandedOnElastic(String path) {
    return web.get()
        .uri(path)
        .retrieve()
        .bodyToMono(byte[].class)
        .publishOn(Schedulers.boundedElastic())
        .map(Compression::gunzip)
        .map(plain -> plain.length);
  }

  /** A few constant bytes. */
  void constantInput(Router router) {
    router
        .get("/empty.gz")
        .handler(
            rc -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(new byte[] {'{', '}'});
              } catch (IOException e) {
                rc.fail(e);
                return;
              }
              rc.end(Buffer.buffer(out.toByteArray()));
            });
  }

  void checksumOfHeader(Router router) {
    router
        .get("/crc")
        .handler(
            rc -> {
              CRC32 crc = new CRC32();
              crc.update(rc.request().path().getBytes(StandardCharsets.UTF_8));
              rc.end(Long.toHexString(crc.getValue()));
            });
  }

  /** A batch job on its own thread. */
  byte[] archived(byte[] report) {
    return gzip(report);
  }
}
