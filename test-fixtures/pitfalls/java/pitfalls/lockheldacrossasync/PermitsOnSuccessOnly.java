package pitfalls.lockheldacrossasync;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.vertx.core.Future;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A permit that comes back only when the call succeeds is lost with every failure. */
final class PermitsOnSuccessOnly {
  private static final Logger LOG = LoggerFactory.getLogger(PermitsOnSuccessOnly.class);

  record Mail(String to, String text) {}

  interface Mailer {
    CompletableFuture<String> send(Mail mail);

    ListenableFuture<String> sendLater(Mail mail);

    Mono<String> sendReactive(Mail mail);

    Future<String> sendOnVertx(Mail mail);
  }

  private final Semaphore permits = new Semaphore(20);
  private final Mailer mailer;
  private final HttpClient http = HttpClient.newHttpClient();

  PermitsOnSuccessOnly(Mailer mailer) {
    this.mailer = mailer;
  }

  private static Void logged(Throwable failure) {
    LOG.warn("mail was not sent", failure);
    return null;
  }

  private static IllegalStateException busy() {
    return new IllegalStateException("too many mails at once");
  }

  void releasedInThenRun(Mail mail) throws InterruptedException {
    permits.acquire();
    mailer
        .send(mail)
        .thenRun(permits::release) // expect: LockHeldAcrossAsync
        .exceptionally(PermitsOnSuccessOnly::logged);
  }

  CompletableFuture<String> releasedInThenApply(Mail mail) {
    if (!permits.tryAcquire()) {
      return CompletableFuture.failedFuture(busy());
    }
    return mailer
        .send(mail)
        .thenApply(
            id -> {
              permits.release(); // expect: LockHeldAcrossAsync
              return id;
            });
  }

  void releasedWhenNoFailure(Mail mail) throws InterruptedException {
    permits.acquire();
    mailer
        .send(mail)
        .whenComplete(
            (id, failure) -> {
              if (failure != null) {
                logged(failure);
                return;
              }
              permits.release(); // expect: LockHeldAcrossAsync
            });
  }

  CompletableFuture<Integer> httpStatus(HttpRequest request) {
    if (!permits.tryAcquire()) {
      return CompletableFuture.failedFuture(busy());
    }
    return http.sendAsync(request, BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode)
        .thenApply(
            status -> {
              permits.release(); // expect: LockHeldAcrossAsync
              return status;
            });
  }

  Mono<String> releasedInDoOnSuccess(Mail mail) {
    if (!permits.tryAcquire()) {
      return Mono.error(busy());
    }
    return mailer
        .sendReactive(mail)
        .doOnSuccess(id -> permits.release()); // missed-alarm: LockHeldAcrossAsync - only stages of futures are known to be skipped by a failure
  }

  void guavaOnSuccessOnly(Mail mail) throws InterruptedException {
    permits.acquire();
    Futures.addCallback(
        mailer.sendLater(mail),
        new FutureCallback<>() {
          @Override
          public void onSuccess(String id) {
            permits.release(); // missed-alarm: LockHeldAcrossAsync - the two methods of a callback object are not told apart
          }

          @Override
          public void onFailure(Throwable failure) {
            logged(failure);
          }
        },
        MoreExecutors.directExecutor());
  }

  Future<String> vertxOnSuccess(Mail mail) {
    if (!permits.tryAcquire()) {
      return Future.failedFuture(busy());
    }
    return mailer
        .sendOnVertx(mail)
        .onSuccess(id -> permits.release()); // expect: LockHeldAcrossAsync
  }

  // Silent from here on.

  void releasedInWhenComplete(Mail mail) throws InterruptedException {
    permits.acquire();
    mailer
        .send(mail)
        .whenComplete(
            (id, failure) -> {
              permits.release();
              if (failure != null) {
                logged(failure);
              }
            });
  }

  CompletableFuture<String> releasedInHandle(Mail mail) {
    if (!permits.tryAcquire()) {
      return CompletableFuture.failedFuture(busy());
    }
    return mailer
        .send(mail)
        .handle(
            (id, failure) -> {
              permits.release();
              return failure == null ? id : "unsent";
            });
  }

  /** The failure has become a value before the permit is given back. */
  CompletableFuture<Void> releasedAfterRecovery(Mail mail) {
    if (!permits.tryAcquire()) {
      return CompletableFuture.failedFuture(busy());
    }
    return mailer.send(mail).exceptionally(failure -> "unsent").thenRun(permits::release);
  }

  void releasedOnBothWays(Mail mail) throws InterruptedException {
    permits.acquire();
    mailer
        .send(mail)
        .thenAccept(id -> permits.release())
        .exceptionally(
            failure -> {
              permits.release();
              return logged(failure);
            });
  }

  Mono<String> releasedInDoFinally(Mail mail) {
    if (!permits.tryAcquire()) {
      return Mono.error(busy());
    }
    return mailer.sendReactive(mail).doFinally(signal -> permits.release());
  }

  void guavaOnBothWays(Mail mail) throws InterruptedException {
    permits.acquire();
    Futures.addCallback(
        mailer.sendLater(mail),
        new FutureCallback<>() {
          @Override
          public void onSuccess(String id) {
            permits.release();
          }

          @Override
          public void onFailure(Throwable failure) {
            permits.release();
            logged(failure);
          }
        },
        MoreExecutors.directExecutor());
  }

  void guavaListener(Mail mail) throws InterruptedException {
    permits.acquire();
    mailer.sendLater(mail).addListener(permits::release, MoreExecutors.directExecutor());
  }

  Future<String> vertxOnComplete(Mail mail) {
    if (!permits.tryAcquire()) {
      return Future.failedFuture(busy());
    }
    return mailer.sendOnVertx(mail).onComplete(sent -> permits.release());
  }

  Future<String> vertxEventually(Mail mail) {
    if (!permits.tryAcquire()) {
      return Future.failedFuture(busy());
    }
    return mailer
        .sendOnVertx(mail)
        .eventually(
            () -> {
              permits.release();
              return Future.succeededFuture();
            });
  }

  void releasedByCaller(Mail mail) throws InterruptedException {
    permits.acquire();
    try {
      mailer.send(mail).exceptionally(failure -> String.valueOf(logged(failure)));
    } finally {
      permits.release();
    }
  }

  /** Here the callback makes permits; nobody takes one before the call. */
  CompletableFuture<Void> permitAsSignal(Mail mail, Semaphore sent) {
    return mailer.send(mail).thenRun(sent::release);
  }
}
