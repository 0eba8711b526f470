package pitfalls.unawaitedfuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Maps and references that hold futures: what comes out as the old value is nobody's loss. */
final class RegistriesOfFutures {
  private final OrderStore store;
  private final Map<String, CompletableFuture<Order>> loading = new ConcurrentHashMap<>();
  private final AtomicReference<CompletableFuture<Void>> lastFlush = new AtomicReference<>();

  RegistriesOfFutures(OrderStore store) {
    this.store = store;
  }

  void putIntoAMap(String id) {
    loading.put(id, store.loadAsync(id));
  }

  void putIfAbsent(String id, CompletableFuture<Order> future) {
    loading.putIfAbsent(id, future);
  }

  void removedFromAMap(String id) {
    loading.remove(id);
  }

  void warmedUp(String id) {
    loading.computeIfAbsent(id, store::loadAsync);
  }

  void replacedInAReference() {
    lastFlush.getAndSet(store.flushAsync());
  }

  void invalidated(AsyncCache<String, Order> cache, String id) {
    cache.asMap().remove(id);
  }

  void refreshMayBeIgnored(LoadingCache<String, Order> cache, String id) {
    cache.refresh(id);
  }
}
