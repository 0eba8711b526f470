package pitfalls.stalestateafterasync;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Is a stale look, or the write that rests on it, in a method of its own? */
final class ThroughHelpers {
  /** What a customer has bought. */
  record Profile(String customer, int orders) {}

  /** Where profiles come from. */
  interface ProfileService {
    CompletableFuture<Profile> load(String customer);
  }

  private final ProfileService service;
  private final Executor workers;
  private final Map<String, Profile> profiles = new ConcurrentHashMap<>();
  private final AtomicInteger running = new AtomicInteger();
  private volatile Profile latest;
  private volatile String loadingFor;

  ThroughHelpers(ProfileService service, Executor workers) {
    this.service = service;
    this.workers = workers;
  }

  private boolean isKnown(String customer) {
    return profiles.containsKey(customer);
  }

  private Profile remember(String customer, Profile profile) {
    profiles.put(customer, profile);
    return profile;
  }

  private Profile rememberFirst(String customer, Profile profile) {
    Profile earlier = profiles.get(customer);
    if (earlier != null) {
      return earlier;
    }
    profiles.put(customer, profile);
    return profile;
  }

  private boolean tryStart() {
    return running.incrementAndGet() == 1;
  }

  private void markLoading(String customer) {
    loadingFor = customer;
  }

  CompletableFuture<Profile> lookInHelper(String customer) {
    if (isKnown(customer)) {
      return CompletableFuture.completedFuture(profiles.get(customer));
    }
    return service
        .load(customer)
        .thenApply(
            profile -> {
              profiles.put(customer, profile); // expect: StaleStateAfterAsync
              return profile;
            });
  }

  CompletableFuture<Profile> writeInHelper(String customer) {
    if (profiles.containsKey(customer)) {
      return CompletableFuture.completedFuture(profiles.get(customer));
    }
    return service
        .load(customer)
        .thenApply(profile -> remember(customer, profile)); // expect: StaleStateAfterAsync
  }

  CompletableFuture<Profile> helperLooksAgain(String customer) {
    if (isKnown(customer)) {
      return CompletableFuture.completedFuture(profiles.get(customer));
    }
    return service.load(customer).thenApply(profile -> rememberFirst(customer, profile));
  }

  CompletableFuture<Profile> claimedInHelper(String customer) {
    if (latest == null && tryStart()) {
      return service.load(customer).thenApply(profile -> latest = profile);
    }
    return CompletableFuture.completedFuture(latest);
  }

  CompletableFuture<Profile> markedInHelper(String customer) {
    if (loadingFor == null) {
      markLoading(customer);
      return service
          .load(customer)
          .whenComplete((profile, failure) -> loadingFor = null);
    }
    return CompletableFuture.completedFuture(latest);
  }

  void computedByExecutor(String customer) {
    if (latest == null) {
      workers.execute(
          () -> {
            latest = new Profile(customer, profiles.size()); // expect: StaleStateAfterAsync
          });
    }
  }

  CompletableFuture<Profile> lookedAtSomethingElse(String customer) {
    if (profiles.isEmpty()) {
      return service.load(customer).thenApply(profile -> latest = profile);
    }
    return CompletableFuture.completedFuture(latest);
  }
}
