package pitfalls.blockingcallinasynccontext;

import com.google.common.base.Joiner;
import com.google.common.io.ByteStreams;
import com.google.common.io.Files;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOUtils;
import org.springframework.util.FileCopyUtils;
import org.springframework.util.StreamUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Is a wait found in a dependency's jar that no model names? */
final class DependencyJars {
  private DependencyJars() {}

  static Flux<String> commonsIoReadsFile(Flux<File> files) {
    return files
        .publishOn(Schedulers.parallel())
        .handle(
            (file, sink) -> {
              try {
                sink.next(
                    FileUtils.readFileToString( // expect: BlockingCallInAsyncContext
                        file, StandardCharsets.UTF_8));
              } catch (IOException e) {
                sink.error(e);
              }
            });
  }

  static void commonsIoWritesFile(Router router, File target) {
    router
        .post("/upload")
        .handler(
            rc -> {
              try {
                FileUtils.writeByteArrayToFile( // missed-alarm: BlockingCallInAsyncContext - the path through the library is longer than what is followed
                    target, rc.body().buffer().getBytes());
                rc.end("stored");
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  static void commonsIoReadsAddress(Router router, URL feed) {
    router
        .get("/feed")
        .handler(
            rc -> {
              try {
                rc.end(
                    IOUtils.toString( // expect: BlockingCallInAsyncContext
                        feed, StandardCharsets.UTF_8));
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  static void commonsCodecHashesFile(Router router, File upload) {
    router
        .get("/checksum")
        .handler(
            rc -> {
              try {
                String sum =
                    new DigestUtils(MessageDigestAlgorithms.SHA_256)
                        .digestAsHex(upload); // expect: BlockingCallInAsyncContext
                rc.end(sum);
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  static void springCopiesFile(Router router, File upload) {
    router
        .get("/raw")
        .handler(
            rc -> {
              try {
                rc.end(
                    Buffer.buffer(
                        FileCopyUtils.copyToByteArray( // expect: BlockingCallInAsyncContext
                            upload)));
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  static void guavaReadsFile(Router router, File upload) {
    router
        .get("/raw/guava")
        .handler(
            rc -> {
              try {
                rc.end(
                    Buffer.buffer(Files.toByteArray(upload))); // expect: BlockingCallInAsyncContext
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  static void guavaCopiesFile(Router router, File from, File to) {
    router
        .post("/copy")
        .handler(
            rc -> {
              try {
                Files.copy(from, to); // missed-alarm: BlockingCallInAsyncContext - the path through the byte source leaves what can be followed
                rc.end("copied");
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  static Mono<byte[]> commonsIoOnElastic(File file) {
    return Mono.fromCallable(() -> FileUtils.readFileToByteArray(file))
        .subscribeOn(Schedulers.boundedElastic());
  }

  static void springOnWorker(Router router, File upload) {
    router
        .get("/raw/worker")
        .handler(
            rc ->
                rc.vertx()
                    .executeBlocking(() -> Buffer.buffer(FileCopyUtils.copyToByteArray(upload)))
                    .onSuccess(rc::end)
                    .onFailure(rc::fail));
  }

  static void guavaOnWorker(Router router, File upload) {
    router
        .get("/guava/worker")
        .handler(
            rc ->
                rc.vertx()
                    .executeBlocking(() -> Buffer.buffer(Files.toByteArray(upload)))
                    .onSuccess(rc::end)
                    .onFailure(rc::fail));
  }

  static byte[] commonsCodecInSynchronousMethod(File upload) throws IOException {
    return new DigestUtils(MessageDigestAlgorithms.SHA_256).digest(upload);
  }

  static void pureFunctionsOfTheSameJars(Router router) {
    router
        .get("/names/:name")
        .handler(
            rc -> {
              String name = FilenameUtils.getExtension(rc.pathParam("name"));
              String coded = Base64.encodeBase64String(name.getBytes(StandardCharsets.UTF_8));
              rc.end(Joiner.on('-').join(List.of(coded, DigestUtils.md5Hex(name))));
            });
  }

  static void inMemoryStreamsOfTheSameJars(Router router) {
    router
        .post("/lines")
        .handler(
            rc -> {
              byte[] bytes = rc.body().buffer().getBytes();
              try {
                InputStream text = new ByteArrayInputStream(bytes);
                List<String> lines = IOUtils.readLines(text, StandardCharsets.UTF_8);
                List<String> again = IOUtils.readLines(new StringReader(lines.get(0)));
                rc.json(again);
              } catch (java.io.UncheckedIOException e) {
                rc.fail(e);
              }
            });
  }

  static void inMemoryCopiesOfTheSameJars(Router router) {
    router
        .post("/echo")
        .handler(
            rc -> {
              byte[] bytes = rc.body().buffer().getBytes();
              try {
                byte[] copy = ByteStreams.toByteArray(new ByteArrayInputStream(bytes));
                rc.end(
                    StreamUtils.copyToString(
                        new ByteArrayInputStream(copy), StandardCharsets.UTF_8));
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }
}
