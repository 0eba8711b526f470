package language;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Records: canonical, compact and further constructors, accessors, nested and generic ones. */
record Records(String name, List<String> tags) {
  static final Records NONE = new Records("none");

  Records {
    Objects.requireNonNull(name);
    tags = List.copyOf(tags);
  }

  Records(String name) {
    this(name.trim(), List.of());
  }

  @Override
  public String name() {
    return name.strip();
  }

  int accessorsCalled() {
    return name().length() + tags().size();
  }

  int fieldsRead() {
    return name.length() + tags.size();
  }

  static Records of(String... tags) {
    return new Records("some", List.of(tags));
  }

  CompletableFuture<String> capturedByLambda() {
    return CompletableFuture.supplyAsync(() -> name + tags);
  }

  boolean compared(Records other) {
    return equals(other) && hashCode() == other.hashCode() && toString().equals(other.toString());
  }

  record Explicit(int amount) {
    Explicit(int amount) {
      this.amount = Math.abs(amount);
    }
  }

  record Pair<A, B extends Comparable<B>>(A first, B second) {
    <C extends Comparable<C>> Pair<A, C> withSecond(C other) {
      return new Pair<>(first(), other);
    }
  }

  record Callback(Runnable onDone) implements Runnable {
    @Override
    public void run() {
      onDone.run();
      onDone().run();
    }
  }
}
