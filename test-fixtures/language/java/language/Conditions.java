package language;

import java.util.concurrent.CompletableFuture;

/** Ternaries, short-circuit operators and early returns: what runs on which condition. */
final class Conditions {
  private boolean cached() {
    return true;
  }

  private boolean stale(int age) {
    return age > 3;
  }

  private String fromCache() {
    return "cache";
  }

  private String fromStore() {
    return "store";
  }

  String ternary() {
    return cached() ? fromCache() : fromStore();
  }

  String nestedTernary(int age) {
    return cached() ? stale(age) ? fromStore() : fromCache() : stale(0) ? "" : fromStore();
  }

  int ternaryArgument(int age) {
    return Math.max(cached() ? 1 : 2, stale(age) ? fromStore().length() : 0);
  }

  String ternaryReceiver() {
    return (cached() ? fromCache() : fromStore()).trim();
  }

  boolean and(int age) {
    return cached() && !stale(age);
  }

  boolean or(int age) {
    return cached() || stale(age) || fromStore().isEmpty();
  }

  boolean notShortCircuit(int age) {
    return cached() & stale(age) | cached() ^ stale(1);
  }

  String ifElse(int age) {
    if (cached() && !stale(age)) {
      return fromCache();
    } else if (age < 0) {
      return "";
    } else {
      return fromStore();
    }
  }

  String earlyReturn(String key) {
    if (key == null) {
      return "";
    }
    if (!cached()) return fromStore();
    return fromCache();
  }

  void earlyVoidReturn(String key) {
    if (key.isEmpty()) {
      return;
    }
    fromStore();
  }

  String joined(int age) {
    String value;
    if (stale(age)) {
      value = fromStore();
    } else {
      value = fromCache();
    }
    return value.trim();
  }

  CompletableFuture<String> futureOnBothWays() {
    CompletableFuture<String> result =
        cached()
            ? CompletableFuture.completedFuture(fromCache())
            : CompletableFuture.supplyAsync(this::fromStore);
    return result.thenApply(String::trim);
  }

  CompletableFuture<String> lambdaInTernary(CompletableFuture<String> name) {
    return name.thenApply(cached() ? n -> n + fromCache() : n -> n + fromStore());
  }

  String dead() {
    if (false) {
      return fromStore();
    }
    return fromCache();
  }

  void asserted(int age) {
    assert age >= 0;
    assert cached() : "no cache for " + fromStore();
    fromCache();
  }
}
