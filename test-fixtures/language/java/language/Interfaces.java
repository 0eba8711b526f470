package language;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Default, static and private interface methods, and the calls between them. */
interface Interfaces {
  int LIMIT = Integer.parseInt("5");

  CompletableFuture<String> load(String id);

  default CompletableFuture<String> loadTrimmed(String id) {
    return load(prepare(id)).thenApply(this::finish);
  }

  default CompletableFuture<Void> each(Consumer<String> sink) {
    return load("all").thenAccept(text -> sink.accept(finish(text)));
  }

  private String finish(String text) {
    return text.trim() + suffix();
  }

  private static String suffix() {
    return ".";
  }

  static String prepare(String id) {
    return id.strip();
  }

  static Interfaces constant(String text) {
    return id -> CompletableFuture.completedFuture(text);
  }

  interface Named {
    default String title() {
      return "named";
    }
  }

  interface Titled {
    default String title() {
      return "titled";
    }
  }

  final class Both implements Named, Titled, Interfaces {
    @Override
    public String title() {
      return Named.super.title() + Titled.super.title();
    }

    @Override
    public CompletableFuture<String> load(String id) {
      return CompletableFuture.completedFuture(id + title());
    }

    @Override
    public CompletableFuture<String> loadTrimmed(String id) {
      return Interfaces.super.loadTrimmed(id);
    }
  }

  static CompletableFuture<String> use(Both both) {
    return both.each(System.out::println).thenCompose(done -> both.loadTrimmed(prepare("x")));
  }
}
