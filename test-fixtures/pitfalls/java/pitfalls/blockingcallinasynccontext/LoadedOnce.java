package pitfalls.blockingcallinasynccontext;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Does a handler wait for what a helper loads the first time it is asked, and keeps? */
final class LoadedOnce {
  private static volatile String region;

  private final AtomicReference<String> terms = new AtomicReference<>();
  private final Map<String, String> signs = new ConcurrentHashMap<>();
  private final Path folder;
  private String banner;

  LoadedOnce(Path folder) {
    this.folder = folder;
  }

  void keptInStaticField(Router router) {
    router.get("/region").handler(rc -> rc.end(region()));
  }

  private static String region() {
    if (region != null) {
      return region;
    }
    String found = read(Path.of("/etc/shop/region"));
    region = found;
    return found;
  }

  void keptInReference(Router router) {
    router.get("/terms").handler(rc -> rc.end(terms()));
  }

  private String terms() {
    String known = terms.get();
    if (known == null) {
      known = read(folder.resolve("terms.txt"));
      terms.set(known);
    }
    return known;
  }

  void keptForEachShop(Router router) {
    router
        .get("/shops/:shop")
        .handler(rc -> rc.end(sign(rc.pathParam("shop")))); // expect: BlockingCallInAsyncContext likely
  }

  private String sign(String shop) {
    String sign = signs.get(shop);
    if (sign == null) {
      sign = read(folder.resolve(shop));
      signs.put(shop, sign);
    }
    return sign;
  }

  void readAgainWhenAsked(Router router) {
    router
        .get("/banner")
        .handler(rc -> rc.end(freshBanner())); // expect: BlockingCallInAsyncContext definite
  }

  private String freshBanner() {
    if (banner != null) {
      banner = read(folder.resolve("banner.txt"));
    }
    return banner;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
