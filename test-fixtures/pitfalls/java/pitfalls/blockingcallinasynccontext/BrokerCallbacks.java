package pitfalls.blockingcallinasynccontext;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmListener;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.ConsumerBuilder;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClientException;

/** Callbacks of message brokers, and waiting for brokers: Pulsar and RabbitMQ. */
final class BrokerCallbacks {
  private final CartRepository carts;
  private final AuditLog audit;

  BrokerCallbacks(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  CompletableFuture<Void> auditWhenPulsarHasIt(Producer<String> producer, String id) {
    return producer
        .sendAsync(id)
        .thenAccept(receipt -> audit.append("sent " + id)); // expect: BlockingCallInAsyncContext
  }

  CompletableFuture<MessageId> sendsAnotherOnTheIoThread(Producer<String> producer, String id) {
    return producer
        .sendAsync(id)
        .thenApply(
            receipt -> {
              try {
                return producer.send("copy of " + id); // expect: BlockingCallInAsyncContext
              } catch (PulsarClientException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  CompletableFuture<MessageId> sendsAnotherWithoutWaiting(Producer<String> producer, String id) {
    return producer.sendAsync(id).thenCompose(receipt -> producer.sendAsync("copy of " + id));
  }

  void pulsarReceiveInHandler(Router router, Consumer<String> orders) {
    router
        .get("/orders/next")
        .handler(
            rc -> {
              try {
                rc.end(orders.receive().getValue()); // expect: BlockingCallInAsyncContext definite
              } catch (PulsarClientException e) {
                rc.fail(e);
              }
            });
  }

  ConsumerBuilder<String> pulsarListenerMayBlock(ConsumerBuilder<String> builder) {
    return builder.messageListener(
        (consumer, message) -> carts.save(Cart.empty(message.getValue())));
  }

  void rabbitPassiveDeclareInHandler(Router router, Channel channel) {
    router
        .get("/queue/size")
        .handler(
            rc -> {
              try {
                int size =
                    channel
                        .queueDeclarePassive("orders") // expect: BlockingCallInAsyncContext definite
                        .getMessageCount();
                rc.end("" + size);
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  void rabbitConfirmsAreReadOnTheConnection(Channel channel) {
    channel.addConfirmListener(
        (tag, multiple) -> audit.append("stored " + tag), // expect: BlockingCallInAsyncContext
        (tag, multiple) -> audit.note("lost " + tag));
  }

  void rabbitConfirmListener(Channel channel) {
    channel.addConfirmListener(
        new ConfirmListener() {
          @Override
          public void handleAck(long tag, boolean multiple) {
            audit.note("stored " + tag);
          }

          @Override
          public void handleNack(long tag, boolean multiple) {
            carts.save(Cart.empty("" + tag)); // expect: BlockingCallInAsyncContext
          }
        });
  }

  void rabbitConsumersMayBlock(Channel channel) throws IOException {
    channel.basicConsume(
        "orders",
        (tag, delivery) ->
            carts.save(Cart.empty(new String(delivery.getBody(), StandardCharsets.UTF_8))),
        tag -> audit.append("cancelled " + tag));
  }
}
