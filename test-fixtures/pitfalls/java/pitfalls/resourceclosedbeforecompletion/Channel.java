package pitfalls.resourceclosedbeforecompletion;

import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What does a message channel offer? It is open until somebody closes it. */
interface Channel extends AutoCloseable {
  CompletableFuture<String> sendAsync(String message);

  Mono<String> receive();

  Flux<String> receiveAll();

  String name();

  <T> CompletableFuture<T> timed(CompletableFuture<T> running);

  @Override
  void close();
}
