package pitfalls.fakeasync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** Does a wait for what happens once, and long ago as a rule, block whoever asks later? */
final class Gates {
  private final CountDownLatch loaded = new CountDownLatch(1);
  private final Executor pool;
  private volatile CountDownLatch renewed = new CountDownLatch(1);
  private volatile Profile fallback;

  Gates(Executor pool) {
    this.pool = pool;
  }

  void start(Profile first) {
    fallback = first;
    loaded.countDown();
  }

  void forget() {
    renewed = new CountDownLatch(1);
  }

  CompletableFuture<String> behindAGateThatStaysOpen() throws InterruptedException {
    String name = current().name(); // expect: FakeAsync likely
    return CompletableFuture.supplyAsync(() -> "Hello, " + name, pool);
  }

  private Profile current() throws InterruptedException {
    loaded.await();
    return fallback;
  }

  CompletableFuture<String> behindAGateThatIsShutAgain() throws InterruptedException {
    String name = newest().name(); // expect: FakeAsync definite
    return CompletableFuture.supplyAsync(() -> "Hello, " + name, pool);
  }

  private Profile newest() throws InterruptedException {
    renewed.await();
    return fallback;
  }

  CompletableFuture<Profile> behindAGateOfItsOwn(Profile profile) throws InterruptedException {
    CountDownLatch saved = new CountDownLatch(1);
    pool.execute(
        () -> {
          fallback = profile;
          saved.countDown();
        });
    saved.await(); // expect: FakeAsync definite
    return CompletableFuture.completedFuture(profile);
  }

  CompletableFuture<String> behindAStartThatIsDoneOnce(ProfileRepository profiles) {
    String name = started(profiles).name();
    return CompletableFuture.supplyAsync(() -> "Hello, " + name, pool);
  }

  private Profile started(ProfileRepository profiles) {
    if (!isStarted()) {
      startWith(profiles);
    }
    return fallback;
  }

  private boolean isStarted() {
    return has(fallback);
  }

  private boolean has(Profile profile) {
    return profile != null && fallback == profile;
  }

  private void startWith(ProfileRepository profiles) {
    fallback = profiles.load("default");
  }

  CompletableFuture<String> behindACheckThatChangesNothing(ProfileRepository profiles) {
    String name = startedOrOther(profiles).name(); // expect: FakeAsync definite
    return CompletableFuture.supplyAsync(() -> "Hello, " + name, pool);
  }

  private Profile startedOrOther(ProfileRepository profiles) {
    if (!isStarted()) {
      return profiles.load("other");
    }
    return fallback;
  }
}
