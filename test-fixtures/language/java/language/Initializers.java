package language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Static and instance initializers and field initializers, with calls and lambdas in them. */
final class Initializers {
  static final Map<String, Integer> SIZES = new HashMap<>();
  static final int LIMIT = limit();
  static final String CONSTANT = "constant";

  static {
    SIZES.put("small", 1);
    SIZES.put("large", LIMIT);
  }

  private static final Supplier<Integer> LATER = () -> limit() + SIZES.size();

  static {
    Runnable check = () -> LATER.get();
    check.run();
  }

  private final List<String> names = new ArrayList<>(List.of(first()));
  private final CompletableFuture<String> loaded = CompletableFuture.supplyAsync(() -> first());
  private final CompletableFuture<Integer> length = loaded.thenApply(String::length);
  private int counter = names.size();

  {
    counter++;
    names.add("second");
  }

  private final Map<String, Integer> cache =
      new ConcurrentHashMap<>() {
        {
          put("a", limit());
        }
      };

  Initializers() {
    names.add("third");
  }

  Initializers(String name) {
    this();
    names.add(name);
  }

  Initializers(int start) {
    counter = start;
    length.thenAccept(n -> counter += n);
  }

  private static int limit() {
    return 10;
  }

  private static String first() {
    return "first";
  }

  int size() {
    return names.size() + counter + cache.size();
  }
}
