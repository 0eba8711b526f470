package language;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** this(..) and super(..) with arguments that are calls, lambdas and conditions. */
class ConstructorChains {
  private final String name;
  private final Supplier<String> label;

  ConstructorChains(String name, Supplier<String> label) {
    this.name = name;
    this.label = label;
  }

  ConstructorChains(String name) {
    this(name.trim(), () -> name + suffix());
  }

  ConstructorChains() {
    this(defaultName());
  }

  ConstructorChains(int id) {
    this(id > 0 ? Integer.toString(id) : defaultName(), ConstructorChains::suffix);
  }

  static String defaultName() {
    return "none";
  }

  static String suffix() {
    return "!";
  }

  String describe() {
    return name + label.get();
  }

  static final class Child extends ConstructorChains {
    private final CompletableFuture<String> loaded;

    Child(CompletableFuture<String> source) {
      super(defaultName().concat("-child"));
      this.loaded = source.thenApply(text -> text + describe());
    }

    Child(List<String> names) {
      super(names.get(0), () -> suffix().trim());
      this.loaded = CompletableFuture.completedFuture(names.get(1));
    }

    @Override
    String describe() {
      return super.describe() + loaded.isDone();
    }
  }

  static final class Implicit extends ConstructorChains {}

  static class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}
