package pitfalls.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does a method block before it returns a future, or only for who asks first for what a map keeps? */
final class LoadedBefore {
  private final Map<String, String> templates = new ConcurrentHashMap<>();

  CompletableFuture<String> templateIsKept(Path folder) {
    String template = template(folder); // expect: FakeAsync likely
    return CompletableFuture.supplyAsync(() -> template.repeat(2), Runnable::run);
  }

  CompletableFuture<String> templateIsKeptAndNameIsAwaited(Path folder, Future<String> name)
      throws Exception {
    String letter = letter(folder, name); // expect: FakeAsync definite
    return CompletableFuture.supplyAsync(() -> letter.repeat(2), Runnable::run);
  }

  private String letter(Path folder, Future<String> name) throws Exception {
    return template(folder) + name.get();
  }

  private String template(Path folder) {
    return kept(folder.toString(), () -> read(folder.resolve("template")));
  }

  private String kept(String key, Supplier<String> load) {
    return templates.computeIfAbsent(key, missing -> load.get());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
