package pitfalls.unawaitedfuture;

import java.util.concurrent.CompletableFuture;

/** A future of the program's own with a fluent method. */
final class TrackedFuture<T> extends CompletableFuture<T> {
  private volatile String label = "";

  TrackedFuture<T> label(String text) {
    label = text;
    return this;
  }

  String label() {
    return label;
  }

  static <T> TrackedFuture<T> started() {
    return new TrackedFuture<>();
  }
}
