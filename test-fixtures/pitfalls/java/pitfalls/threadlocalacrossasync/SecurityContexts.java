package pitfalls.threadlocalacrossasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who is logged in is known on the thread of the request only. */
final class SecurityContexts {
  record Order(String id, String buyer) {}

  interface Orders {
    List<Order> of(String buyer);

    CompletionStage<Order> load(String id);

    String titleOf(Order order);
  }

  private final Orders orders;
  private final ExecutorService injected;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  SecurityContexts(Orders orders, ExecutorService injected) {
    this.orders = orders;
    this.injected = injected;
  }

  private static String currentUser() {
    return SecurityContextHolder.getContext().getAuthentication().getName();
  }

  CompletableFuture<List<Order>> myOrders() {
    return CompletableFuture.supplyAsync(
        () -> {
          Authentication user =
              SecurityContextHolder.getContext().getAuthentication(); // expect: ThreadLocalAcrossAsync
          return orders.of(user.getName());
        },
        workers);
  }

  CompletableFuture<List<Order>> myOrdersThroughHelper() {
    return CompletableFuture.supplyAsync(
        () -> orders.of(currentUser()), workers); // expect: ThreadLocalAcrossAsync
  }

  CompletableFuture<String> userByReference() {
    return CompletableFuture.supplyAsync(SecurityContexts::currentUser, workers); // expect: ThreadLocalAcrossAsync
  }

  CompletableFuture<String> auditedTitle(String id) {
    return orders
        .load(id)
        .toCompletableFuture()
        .thenApplyAsync(
            order -> orders.titleOf(order) + " for " + currentUser()); // expect: ThreadLocalAcrossAsync
  }

  Mono<String> onElastic() {
    return Mono.fromCallable(
            () -> orders.of(currentUser()).toString()) // expect: ThreadLocalAcrossAsync likely
        .subscribeOn(Schedulers.boundedElastic());
  }

  CompletableFuture<List<Order>> capturedBefore() {
    String user = currentUser();
    return CompletableFuture.supplyAsync(() -> orders.of(user), workers);
  }

  CompletableFuture<List<Order>> setAgainInside() {
    SecurityContext context = SecurityContextHolder.getContext();
    return CompletableFuture.supplyAsync(
        () -> {
          SecurityContextHolder.setContext(context);
          try {
            return orders.of(currentUser());
          } finally {
            SecurityContextHolder.clearContext();
          }
        },
        workers);
  }

  CompletableFuture<List<Order>> onAnInjectedExecutor() {
    return CompletableFuture.supplyAsync(() -> orders.of(currentUser()), injected);
  }

  List<String> inTheStreamOfTheRequest(List<String> ids) {
    return ids.stream().map(id -> id + " of " + currentUser()).toList();
  }
}
