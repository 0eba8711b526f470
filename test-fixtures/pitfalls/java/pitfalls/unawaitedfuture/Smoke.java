package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletableFuture;

final class Smoke {
  private final CompletableFuture<String> loaded = new CompletableFuture<>();

  CompletableFuture<String> load() {
    return loaded;
  }

  void dropped() {
    load(); // expect: UnawaitedFuture
  }
}
