package pitfalls.lockheldacrossasync;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Locks given back by callbacks of HTTP, AWS, Guava, Netty and Vert.x. */
final class RemoteClientLocks {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteClientLocks.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final HttpClient http;
  private final S3AsyncClient s3;
  private final Vertx vertx;
  private long version;

  RemoteClientLocks(HttpClient http, S3AsyncClient s3, Vertx vertx) {
    this.http = http;
    this.s3 = s3;
    this.vertx = vertx;
  }

  CompletableFuture<Integer> httpRequest(HttpRequest request) {
    lock.lock();
    return http.sendAsync(request, BodyHandlers.discarding())
        .handle(
            (response, failure) -> {
              lock.unlock(); // expect: LockHeldAcrossAsync
              return failure == null ? response.statusCode() : 503;
            });
  }

  CompletableFuture<PutObjectResponse> upload(String key, String text) {
    lock.lock();
    return s3.putObject(
            request -> request.bucket("reports").key(key), AsyncRequestBody.fromString(text))
        .whenComplete((stored, failure) -> lock.unlock()); // expect: LockHeldAcrossAsync definite
  }

  void guavaCallback(ListenableFuture<String> answer, Executor workers) {
    lock.lock();
    Futures.addCallback(
        answer,
        new FutureCallback<>() {
          @Override
          public void onSuccess(String text) {
            lock.unlock(); // expect: LockHeldAcrossAsync
          }

          @Override
          public void onFailure(Throwable failure) {
            LOG.warn("no answer", failure);
            lock.unlock(); // expect: LockHeldAcrossAsync
          }
        },
        workers);
  }

  /** Called by any thread; the listener runs on the channel's event loop. */
  void nettyWrite(Channel channel, String line) {
    lock.lock();
    channel
        .writeAndFlush(line)
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                LOG.warn("not written", written.cause());
              }
              lock.unlock(); // expect: LockHeldAcrossAsync
            });
  }

  Future<Long> vertxWorkerTakesLoopReleases() {
    return vertx
        .executeBlocking(
            () -> {
              lock.lock();
              return version + 1;
            })
        .onComplete(
            next -> {
              lock.unlock(); // missed-alarm: LockHeldAcrossAsync - the lock is taken in another callback, not on the near side
            });
  }

  // Silent from here on.

  CompletableFuture<Integer> httpWithLockedNumber(HttpRequest.Builder request) {
    long number;
    lock.lock();
    try {
      number = version;
    } finally {
      lock.unlock();
    }
    return http.sendAsync(
            request.header("If-Match", Long.toString(number)).build(), BodyHandlers.discarding())
        .thenApply(response -> response.statusCode());
  }

  /** The task runs on the calling thread before execute returns. */
  void directExecutor() {
    lock.lock();
    MoreExecutors.directExecutor().execute(() -> lock.unlock());
  }

  Future<Long> vertxWorkerTakesAndReleases() {
    return vertx.executeBlocking(
        () -> {
          lock.lock();
          try {
            return version;
          } finally {
            lock.unlock();
          }
        });
  }

  /** The lock of Vert.x has no owning thread; it is made for this. */
  Future<Long> vertxSharedLock(String name) {
    return vertx
        .sharedData()
        .getLock(name)
        .compose(
            shared ->
                vertx
                    .executeBlocking(() -> name.length() + 1L)
                    .onComplete(done -> shared.release()));
  }
}
