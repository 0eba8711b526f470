package pitfalls.blockingcallinasynccontext;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.ConsumerBuilder;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Reader;

/** The threads on which Pulsar's client hands out messages and consumers. */
final class PulsarConsumers {
  private final CartRepository carts;
  private final AuditLog audit;

  PulsarConsumers(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  CompletableFuture<Cart> loadedWhereTheMessageArrives(Consumer<String> orders) {
    return orders
        .receiveAsync()
        .thenApply(
            message -> carts.load(message.getValue())); // expect: BlockingCallInAsyncContext definite
  }

  CompletableFuture<Message<String>> nextOneAwaitedInTheCallback(Consumer<String> orders) {
    return orders
        .receiveAsync()
        .thenApply(
            first -> {
              try {
                return orders.receive(); // expect: BlockingCallInAsyncContext definite
              } catch (PulsarClientException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  CompletableFuture<Void> readAndAudited(Reader<String> history) {
    return history
        .readNextAsync()
        .thenAccept(
            message -> audit.append(message.getValue())); // expect: BlockingCallInAsyncContext definite
  }

  CompletableFuture<Consumer<String>> auditedOnTheConnection(ConsumerBuilder<String> builder) {
    return builder
        .subscribeAsync()
        .thenApply(
            consumer -> {
              audit.append("subscribed"); // expect: BlockingCallInAsyncContext definite
              return consumer;
            });
  }

  CompletableFuture<Cart> loadedOnAnExecutor(Consumer<String> orders, Executor workers) {
    return orders
        .receiveAsync()
        .thenApplyAsync(message -> carts.load(message.getValue()), workers);
  }

  CompletableFuture<Message<String>> nextOneWithoutWaiting(Consumer<String> orders) {
    return orders.receiveAsync().thenCompose(first -> orders.receiveAsync());
  }

  CompletableFuture<Cart> foundInMemory(Consumer<String> orders) {
    return orders.receiveAsync().thenApply(message -> carts.recent(message.getValue()));
  }
}
