package language;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Recursive calls: direct, mutual, through lambdas and through fields. */
final class Recursion {
  private Function<Integer, Integer> fibonacci;

  private CompletableFuture<Boolean> attempt() {
    return CompletableFuture.completedFuture(true);
  }

  int factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  CompletableFuture<Boolean> retry(int left) {
    return attempt()
        .thenCompose(
            ok -> ok || left == 0 ? CompletableFuture.completedFuture(ok) : retry(left - 1));
  }

  CompletableFuture<Integer> drain(List<String> queue, int done) {
    if (queue.isEmpty()) {
      return CompletableFuture.completedFuture(done);
    }
    return attempt().thenCompose(ok -> drain(queue.subList(1, queue.size()), done + 1));
  }

  void throughField() {
    fibonacci = n -> n < 2 ? n : fibonacci.apply(n - 1) + fibonacci.apply(n - 2);
    fibonacci.apply(5);
  }

  static int viaStatic(Recursion other, int depth) {
    return depth == 0 ? 0 : viaStatic(other, other.factorial(depth) - 1);
  }
}
