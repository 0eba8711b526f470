package pitfalls.unawaitedfuture;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Guava's futures: a transformed future is a new one, a callback is enough. */
final class GuavaFutures {
  private static final Logger log = LoggerFactory.getLogger(GuavaFutures.class);

  interface Catalogue {
    ListenableFuture<Order> load(String id);

    ListenableFuture<Void> refresh();
  }

  private final Catalogue catalogue;
  private final Executor executor;

  GuavaFutures(Catalogue catalogue, Executor executor) {
    this.catalogue = catalogue;
    this.executor = executor;
  }

  void refreshDropped() {
    catalogue.refresh(); // expect: UnawaitedFuture
  }

  void transformDropped(String id) {
    Futures.transform(catalogue.load(id), Order::cents, executor); // expect: UnawaitedFuture
  }

  void allAsListDropped(String first, String second) {
    Futures.allAsList(catalogue.load(first), catalogue.load(second)); // expect: UnawaitedFuture
  }

  void fluentTransformDropped(String id) {
    FluentFuture.from(catalogue.load(id))
        .transform(Order::cents, executor); // expect: UnawaitedFuture
  }

  void loadedForEach(List<String> ids) {
    ids.forEach(catalogue::load); // expect: UnawaitedFuture
  }

  void callbackSeesBothOutcomes(String id) {
    Futures.addCallback(
        catalogue.load(id),
        new FutureCallback<Order>() {
          @Override
          public void onSuccess(Order order) {
            log.info("loaded {}", order);
          }

          @Override
          public void onFailure(Throwable failure) {
            log.error("could not load {}", id, failure);
          }
        },
        executor);
  }

  void endsInCatching(String id) {
    FluentFuture.from(catalogue.load(id))
        .catching(
            Throwable.class,
            failure -> {
              log.error("could not load {}", id, failure);
              return new Order(id, "unknown", 0);
            },
            executor);
  }

  ListenableFuture<Order> settableTakesAnother(String id) {
    SettableFuture<Order> result = SettableFuture.create();
    result.setFuture(catalogue.load(id));
    return result;
  }

  ListenableFuture<List<Order>> combinedAndReturned(List<String> ids) {
    return Futures.allAsList(ids.stream().map(catalogue::load).toList());
  }
}
