package pitfalls.fakeasync;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is a returned future completed by a caller who had to wait for it? */
final class CompletedFutures {
  private static final Logger LOG = LoggerFactory.getLogger(CompletedFutures.class);

  private final ProfileRepository profiles;
  private final HttpClient http;
  private final Executor workers;
  private final Map<String, CompletableFuture<Profile>> loading = new ConcurrentHashMap<>();
  private final ReentrantLock refresh = new ReentrantLock();
  private final Semaphore slots = new Semaphore(4);

  CompletedFutures(ProfileRepository profiles, HttpClient http, Executor workers) {
    this.profiles = profiles;
    this.http = http;
    this.workers = workers;
  }

  CompletableFuture<Profile> completedWithQuery(String id) {
    return CompletableFuture.completedFuture(profiles.load(id)); // expect: FakeAsync
  }

  CompletionStage<Profile> completedStageWithQuery(String id) {
    return CompletableFuture.completedStage(profiles.load(id)); // expect: FakeAsync
  }

  CompletableFuture<Profile> queryBeforeReturn(String id) {
    Profile profile = profiles.load(id); // expect: FakeAsync
    return CompletableFuture.completedFuture(profile.renamed(profile.name().strip()));
  }

  CompletableFuture<Profile> queryInTry(String id) {
    try {
      return CompletableFuture.completedFuture(profiles.load(id)); // expect: FakeAsync
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  CompletableFuture<Profile> promiseCompletedByCaller(String id) {
    CompletableFuture<Profile> promise = new CompletableFuture<>();
    try {
      promise.complete(profiles.load(id)); // expect: FakeAsync
    } catch (RuntimeException e) {
      promise.completeExceptionally(e);
    }
    return promise;
  }

  CompletableFuture<Profile> savedBeforeTheAsyncPart(Profile profile, URI index) {
    profiles.save(profile); // expect: FakeAsync
    return http.sendAsync(HttpRequest.newBuilder(index).build(), BodyHandlers.discarding())
        .thenApply(done -> profile);
  }

  CompletableFuture<Profile> missOfACache(String id) {
    return profiles
        .cached(id)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(profiles.load(id))); // expect: FakeAsync
  }

  CompletableFuture<String> waitsForAnotherFuture(String id) {
    Profile profile = supplied(id).join(); // expect: FakeAsync
    return CompletableFuture.completedFuture(profile.name());
  }

  CompletableFuture<Integer> synchronousHttp(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode(); // expect: FakeAsync
    return CompletableFuture.completedFuture(status);
  }

  CompletableFuture<Profile> sleepsBetweenAttempts(String id) throws InterruptedException {
    CompletableFuture<Profile> first = supplied(id);
    if (first.isCompletedExceptionally()) {
      Thread.sleep(500); // expect: FakeAsync
      return supplied(id);
    }
    return first;
  }

  Future<Profile> succeededVertxFuture(String id) {
    return Future.succeededFuture(profiles.load(id)); // expect: FakeAsync
  }

  ListenableFuture<String> immediateGuavaFuture(Path file) throws IOException {
    return Futures.immediateFuture(Files.readString(file)); // expect: FakeAsync
  }

  io.netty.util.concurrent.Future<Profile> succeededNettyFuture(EventExecutor loop, String id) {
    return loop.newSucceededFuture(profiles.load(id)); // expect: FakeAsync
  }

  CompletableFuture<Profile> supplied(String id) {
    return CompletableFuture.supplyAsync(() -> profiles.load(id), workers);
  }

  CompletableFuture<Profile> completedLater(String id) {
    return new CompletableFuture<Profile>().completeAsync(() -> profiles.load(id), workers);
  }

  CompletableFuture<Profile> promiseCompletedOnPool(String id) {
    CompletableFuture<Profile> promise = new CompletableFuture<>();
    workers.execute(
        () -> {
          try {
            promise.complete(profiles.load(id));
          } catch (RuntimeException e) {
            promise.completeExceptionally(e);
          }
        });
    return promise;
  }

  CompletableFuture<Profile> cachedOrSupplied(String id) {
    return profiles
        .cached(id)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> supplied(id));
  }

  CompletableFuture<Profile> valueAtHand(String id) {
    return CompletableFuture.completedFuture(ProfileRepository.blank(id));
  }

  CompletableFuture<String> callerOfAFakeMethod(String id) {
    return completedWithQuery(id).thenApply(Profile::name);
  }

  CompletableFuture<Profile> continuedOnPool(CompletableFuture<String> id) {
    return id.thenApplyAsync(profiles::load, workers);
  }

  CompletableFuture<Profile> continuedOnUnknownThread(CompletableFuture<String> id) {
    return id.thenApply(profiles::load);
  }

  CompletableFuture<String> resultOfCompletedFuture(CompletableFuture<Profile> profile) {
    if (profile.isDone() && !profile.isCompletedExceptionally()) {
      return CompletableFuture.completedFuture(profile.join().name());
    }
    return profile.thenApply(Profile::name);
  }

  CompletableFuture<Profile> sharedLoad(String id) {
    return loading.computeIfAbsent(id, this::supplied);
  }

  CompletableFuture<Profile> lockedOnlyIfFree(String id) {
    if (!refresh.tryLock()) {
      return CompletableFuture.failedFuture(new IllegalStateException("busy"));
    }
    try {
      return supplied(id);
    } finally {
      refresh.unlock();
    }
  }

  CompletableFuture<Profile> permitOnlyIfFree(String id) {
    if (!slots.tryAcquire()) {
      LOG.warn("too many loads, {} must wait", id);
      return CompletableFuture.failedFuture(new IllegalStateException("busy"));
    }
    return supplied(id).whenComplete((profile, error) -> slots.release());
  }

  java.util.concurrent.Future<Profile> submitted(ExecutorService pool, String id) {
    return pool.submit(() -> profiles.load(id));
  }

  Future<Profile> executedBlocking(Vertx vertx, String id) {
    return vertx.executeBlocking(() -> profiles.load(id));
  }

  ListenableFuture<Profile> guavaSubmitted(String id) {
    return Futures.submit(() -> profiles.load(id), workers);
  }

  Profile synchronousMethod(String id) {
    Profile profile = profiles.load(id);
    profiles.save(profile.renamed(supplied(id).join().name()));
    return profile;
  }
}
