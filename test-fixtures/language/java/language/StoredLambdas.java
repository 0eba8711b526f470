package language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas that are kept before they are handed on: local, field, static field, returned. */
final class StoredLambdas {
  private static final Function<String, Integer> LENGTH = text -> text.length();
  private static final Supplier<String> CONSTANT = StoredLambdas::greeting;

  private final Runnable task = () -> work();
  private final Consumer<String> sink;
  private Runnable reassigned = () -> {};
  private final Map<String, Function<String, String>> handlers = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  StoredLambdas(Consumer<String> sink) {
    this.sink = sink;
    this.reassigned = this::work;
  }

  private static String greeting() {
    return "hello";
  }

  private void work() {}

  CompletableFuture<Integer> inLocal(CompletableFuture<String> name) {
    Function<String, Integer> mapper = n -> n.length();
    return name.thenApply(mapper);
  }

  CompletableFuture<Void> inLocalTwice(CompletableFuture<String> name) {
    Consumer<String> first = n -> work();
    Consumer<String> second = first;
    return name.thenAccept(second);
  }

  CompletableFuture<Void> inConditionalLocal(Executor executor, boolean quick) {
    Runnable job = () -> work();
    if (quick) {
      job = () -> greeting();
    }
    return CompletableFuture.runAsync(job, executor);
  }

  CompletableFuture<Void> inField(Executor executor) {
    return CompletableFuture.runAsync(task, executor);
  }

  CompletableFuture<Integer> inStaticField(CompletableFuture<String> name) {
    return name.thenApply(LENGTH);
  }

  CompletableFuture<String> inStaticFieldReference(Executor executor) {
    return CompletableFuture.supplyAsync(CONSTANT, executor);
  }

  CompletableFuture<Void> fromConstructor(CompletableFuture<String> name) {
    return name.thenAccept(sink);
  }

  void inReassignedField(Executor executor) {
    executor.execute(reassigned);
  }

  Supplier<String> returned(String prefix) {
    return () -> prefix + greeting();
  }

  CompletableFuture<String> fromCall(Executor executor) {
    return CompletableFuture.supplyAsync(returned("a"), executor);
  }

  void inCollections() {
    handlers.put("trim", text -> text.trim());
    handlers.put("upper", String::toUpperCase);
    listeners.add(this::work);
    listeners.add(() -> greeting());
  }

  void calledFromCollections(String text) {
    handlers.get("trim").apply(text);
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  CompletableFuture<Integer> composed(CompletableFuture<String> name) {
    Function<String, String> trim = String::trim;
    return name.thenApply(trim.andThen(LENGTH));
  }

  CompletableFuture<Void> passedThrough(Runnable given, Executor executor) {
    return CompletableFuture.runAsync(wrapped(given), executor);
  }

  private static Runnable wrapped(Runnable inner) {
    return () -> {
      greeting();
      inner.run();
    };
  }
}
