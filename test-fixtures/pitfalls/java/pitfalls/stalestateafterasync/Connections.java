package pitfalls.stalestateafterasync;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** Is a field set in a callback because of what it was when the call was made? */
final class Connections {
  /** An access token. */
  record Token(String text, Instant expires) {
    boolean isExpired() {
      return Instant.now().isAfter(expires);
    }
  }

  /** Where tokens and messages come from. */
  interface Backend {
    CompletableFuture<Token> login();

    Mono<Token> loginMono();

    CompletableFuture<Void> subscribe(String topic);

    CompletableFuture<List<String>> messagesAfter(int count);

    CompletableFuture<Void> drain();
  }

  private final Backend backend;
  private final Vertx vertx;
  private final NetClient client;
  private final Semaphore turn = new Semaphore(1);
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final AtomicReference<Token> current = new AtomicReference<>();
  private final AtomicBoolean unsupported = new AtomicBoolean();
  private final Set<String> topics = ConcurrentHashMap.newKeySet();
  private volatile Token token;
  private volatile NetSocket socket;
  private volatile Future<NetSocket> connecting;
  private volatile List<String> messages = List.of();
  private volatile boolean draining;

  Connections(Backend backend, Vertx vertx, NetClient client) {
    this.backend = backend;
    this.vertx = vertx;
    this.client = client;
  }

  Future<NetSocket> connectedOnce() {
    if (socket != null) {
      return Future.succeededFuture(socket);
    }
    return client
        .connect(7000, "broker")
        .onSuccess(opened -> socket = opened); // expect: StaleStateAfterAsync likely
  }

  synchronized Future<NetSocket> futureKept() {
    if (connecting == null) {
      connecting = client.connect(7000, "broker");
    }
    return connecting;
  }

  CompletableFuture<Token> refreshedWhenExpired() {
    if (!token.isExpired()) {
      return CompletableFuture.completedFuture(token);
    }
    return backend
        .login()
        .thenApply(
            fresh -> {
              token = fresh; // expect: StaleStateAfterAsync
              return fresh;
            });
  }

  CompletableFuture<Token> refreshedByOne() {
    if (token.isExpired() && refreshing.compareAndSet(false, true)) {
      return backend
          .login()
          .whenComplete((fresh, failure) -> refreshing.set(false))
          .thenApply(
              fresh -> {
                token = fresh;
                return fresh;
              });
    }
    return CompletableFuture.completedFuture(token);
  }

  CompletableFuture<Token> refreshedInTurn() throws InterruptedException {
    turn.acquire(); // expect: FakeAsync
    if (!token.isExpired()) {
      turn.release();
      return CompletableFuture.completedFuture(token);
    }
    return backend
        .login()
        .thenApply(fresh -> token = fresh)
        .whenComplete((fresh, failure) -> turn.release());
  }

  CompletableFuture<Token> newerOneKept() {
    Token seen = token;
    if (!seen.isExpired()) {
      return CompletableFuture.completedFuture(seen);
    }
    return backend
        .login()
        .thenApply(
            fresh -> {
              if (token == seen) {
                token = fresh;
              }
              return token;
            });
  }

  Mono<Token> heldByReference() {
    if (current.get() != null) {
      return Mono.just(current.get());
    }
    return backend.loginMono().doOnNext(current::set); // expect: StaleStateAfterAsync
  }

  Mono<Token> comparedAndSet() {
    Token seen = current.get();
    if (seen != null && !seen.isExpired()) {
      return Mono.just(seen);
    }
    return backend.loginMono().doOnNext(fresh -> current.compareAndSet(seen, fresh));
  }

  CompletableFuture<Void> subscribedOnce(String topic) {
    if (topics.contains(topic)) {
      return CompletableFuture.completedFuture(null);
    }
    return backend
        .subscribe(topic)
        .thenRun(() -> topics.add(topic)); // expect: StaleStateAfterAsync
  }

  CompletableFuture<Void> markedBefore(String topic) {
    if (!topics.add(topic)) {
      return CompletableFuture.completedFuture(null);
    }
    return backend.subscribe(topic).thenRun(() -> current.set(null));
  }

  CompletableFuture<Integer> appendedToWhatWas() {
    List<String> before = messages;
    return backend
        .messagesAfter(before.size())
        .thenApply(
            more -> {
              messages = joined(before, more); // expect: StaleStateAfterAsync
              return messages.size();
            });
  }

  CompletableFuture<Integer> appendedToWhatIs() {
    return backend
        .messagesAfter(messages.size())
        .thenApply(
            more -> {
              messages = joined(messages, more);
              return messages.size();
            });
  }

  private static List<String> joined(List<String> before, List<String> more) {
    List<String> all = new ArrayList<>(before);
    all.addAll(more);
    return List.copyOf(all);
  }

  CompletableFuture<Void> drained() {
    if (draining) {
      return CompletableFuture.completedFuture(null);
    }
    draining = true;
    return backend.drain().whenComplete((done, failure) -> draining = false);
  }

  CompletableFuture<Token> oneWayFlag() {
    if (unsupported.get()) {
      return CompletableFuture.completedFuture(token);
    }
    return backend
        .login()
        .whenComplete(
            (fresh, failure) -> {
              if (failure != null) {
                unsupported.set(true);
              }
            });
  }

  void reconnectsWhenClosed() {
    if (socket != null) {
      socket.closeHandler(closed -> socket = null);
      vertx.setTimer(1_000, id -> socket = null);
    }
  }
}
