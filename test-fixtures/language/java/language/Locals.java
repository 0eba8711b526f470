package language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Locals: var, unused ones, reassigned ones, and what becomes of a call's result. */
final class Locals {
  private CompletableFuture<String> stored;

  private CompletableFuture<String> load() {
    return CompletableFuture.completedFuture("x");
  }

  private void accept(CompletableFuture<String> future) {}

  void discarded() {
    load();
  }

  void unused() {
    CompletableFuture<String> future = load();
  }

  void unusedVar() {
    var unused = load();
  }

  void overwritten() {
    CompletableFuture<String> future = load();
    future = load();
    accept(future);
  }

  CompletableFuture<String> returned() {
    return load();
  }

  CompletableFuture<String> returnedFromLocal() {
    var future = load();
    return future;
  }

  void storedInField() {
    stored = load();
  }

  void storedInArray(CompletableFuture<String>[] slots) {
    slots[0] = load();
  }

  void storedInCollections(List<Object> list, Map<String, Object> map) {
    list.add(load());
    map.put("key", load());
  }

  void passed() {
    accept(load());
  }

  CompletableFuture<Integer> chained() {
    CompletableFuture<String> future = load();
    return future.thenApply(String::length);
  }

  void chainDiscarded() {
    CompletableFuture<String> future = load();
    future.thenAccept(text -> text.trim());
  }

  String usedOnOneWay(boolean wait) {
    CompletableFuture<String> future = load();
    if (wait) {
      return future.join();
    }
    return "";
  }

  void comparedOnly() {
    CompletableFuture<String> future = load();
    if (future == null) {
      accept(stored);
    }
  }

  void thrownAway() {
    throw new IllegalStateException("after " + load());
  }

  CompletableFuture<Integer> capturedByLambda() {
    CompletableFuture<String> future = load();
    var names = new ArrayList<String>();
    return load().thenCombine(future, (a, b) -> names.size() + a.length() + future.hashCode());
  }

  int varInLoops(Map<String, List<Integer>> scores) {
    var sum = 0;
    for (var entry : scores.entrySet()) {
      for (var score : entry.getValue()) {
        sum += score;
      }
    }
    for (var i = 0; i < 2; i++) {
      sum += i;
    }
    return sum;
  }

  int shadowed(int stored) {
    {
      int inner = stored;
      stored = inner + this.stored.hashCode();
    }
    int inner = stored;
    return inner;
  }

  CompletableFuture<String> varInLambda(CompletableFuture<String> name) {
    return name.thenApply((var n) -> n.trim());
  }

  void parameterReassigned(CompletableFuture<String> future) {
    future = future.thenApply(String::trim);
    accept(future);
  }
}
