package language;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas as arguments: expression and block bodies, nesting, void slots. */
final class Lambdas {
  private final Executor executor = Runnable::run;

  int length(String text) {
    return text.length();
  }

  CompletableFuture<Integer> expressionBody(CompletableFuture<String> name) {
    return name.thenApply(n -> length(n));
  }

  CompletableFuture<Integer> parenthesisedBody(CompletableFuture<String> name) {
    return name.thenApply((String n) -> (length(n)));
  }

  CompletableFuture<Integer> blockBody(CompletableFuture<String> name) {
    return name.thenApply(
        n -> {
          int result = length(n);
          return result;
        });
  }

  CompletableFuture<Integer> constantBody(CompletableFuture<String> name) {
    return name.thenApply(n -> 42);
  }

  CompletableFuture<Void> emptyBody() {
    return CompletableFuture.runAsync(() -> {}, executor);
  }

  /** The call's result is dropped by the slot although the body looks like a value. */
  void voidSlot(List<String> names) {
    names.forEach(n -> length(n));
  }

  void voidSlotWithBlock(List<String> names) {
    names.forEach(
        n -> {
          length(n);
        });
  }

  CompletableFuture<Integer> nested(CompletableFuture<String> name) {
    return name.thenCompose(n -> CompletableFuture.supplyAsync(() -> length(n), executor));
  }

  CompletableFuture<Integer> nestedThrice(CompletableFuture<String> name) {
    return name.thenCompose(
        n ->
            CompletableFuture.supplyAsync(
                () -> {
                  Supplier<Integer> inner = () -> length(n) + n.length();
                  return inner.get();
                },
                executor));
  }

  /** Which functional interface the lambda becomes depends on its body alone. */
  Object chosenByShape() throws Exception {
    Callable<Integer> call = () -> length("a");
    Runnable run = () -> length("b");
    run.run();
    return call.call();
  }

  Function<String, Function<String, Integer>> curried() {
    return a -> b -> length(a + b);
  }

  CompletableFuture<Integer> twoLambdas(CompletableFuture<String> name) {
    return name.handle((n, failure) -> failure == null ? n.length() : 0).thenApply(i -> i + 1);
  }

  CompletableFuture<String> castLambda() {
    return CompletableFuture.supplyAsync((Supplier<String>) () -> "cast", executor);
  }

  static void invokedAtOnce(String text) {
    ((Consumer<String>) t -> t.trim()).accept(text);
  }

  BiFunction<Integer, Integer, Integer> twoParameters() {
    return (a, b) -> Math.max(a, b);
  }
}
