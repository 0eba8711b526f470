package pitfalls.threadboundresourceacrossasync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A persistence context belongs to one transaction and one thread. */
final class EntityManagers {
  record Order(String id) {}

  private final EntityManagerFactory factory;
  private final Executor injected;
  private final EntityManager shared;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  EntityManagers(EntityManagerFactory factory, Executor injected, EntityManager shared) {
    this.factory = factory;
    this.injected = injected;
    this.shared = shared;
  }

  CompletableFuture<Order> findOnThePool(EntityManager entities, String id) {
    return CompletableFuture.supplyAsync(
        () -> entities.find(Order.class, id), workers); // expect: ThreadBoundResourceAcrossAsync
  }

  CompletableFuture<Order> findOnAnInjectedExecutor(EntityManager entities, String id) {
    return CompletableFuture.supplyAsync(
        () -> entities.find(Order.class, id), // expect: ThreadBoundResourceAcrossAsync likely
        injected);
  }

  CompletableFuture<List<Order>> queryByReference(TypedQuery<Order> query) {
    return CompletableFuture.supplyAsync(query::getResultList, workers); // expect: ThreadBoundResourceAcrossAsync
  }

  Mono<Order> onElastic(EntityManager entities, String id) {
    return Mono.fromCallable(
            () -> entities.find(Order.class, id)) // expect: ThreadBoundResourceAcrossAsync
        .subscribeOn(Schedulers.boundedElastic());
  }

  CompletableFuture<Order> createdInside(String id) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (EntityManager entities = factory.createEntityManager()) {
            return entities.find(Order.class, id);
          }
        },
        workers);
  }

  CompletableFuture<Order> sharedProxyInAField(String id) {
    return CompletableFuture.supplyAsync(() -> shared.find(Order.class, id), workers);
  }

  CompletableFuture<Order> closedWhenComplete(String id) {
    EntityManager entities = factory.createEntityManager();
    return CompletableFuture.supplyAsync(() -> entities.find(Order.class, id), workers)
        .whenComplete((order, failure) -> entities.close());
  }

  List<String> mappedInTheCaller(EntityManager entities, List<String> ids) {
    return ids.stream().map(id -> entities.find(Order.class, id).id()).toList();
  }
}
