package pitfalls.unawaitedfuture;

import akka.actor.ActorRef;
import akka.pattern.Patterns;
import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import com.hazelcast.map.IMap;
import com.linecorp.armeria.client.WebClient;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.Producer;
import org.asynchttpclient.AsyncCompletionHandlerBase;
import org.asynchttpclient.AsyncHttpClient;
import org.hibernate.reactive.stage.Stage;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;

/** Futures of Pulsar, Hazelcast, search engines, Hibernate Reactive, Akka and further HTTP clients. */
final class FurtherClients {
  void pulsarMessageDropped(Producer<String> producer, Order order) {
    producer.sendAsync(order.id()); // expect: UnawaitedFuture
  }

  void pulsarAcknowledgementDropped(Consumer<String> orders, Message<String> order) {
    orders.acknowledgeAsync(order); // expect: UnawaitedFuture
  }

  CompletableFuture<MessageId> pulsarMessageReturned(Producer<String> producer, Order order) {
    return producer.sendAsync(order.id());
  }

  void gridEntryDropped(IMap<String, String> customers, Order order) {
    customers.putAsync(order.id(), order.customer()); // expect: UnawaitedFuture
  }

  CompletionStage<String> gridEntryReturned(IMap<String, String> customers, Order order) {
    return customers.putAsync(order.id(), order.customer());
  }

  void searchAnswerDropped(ElasticsearchAsyncClient search) {
    search.ping(); // expect: UnawaitedFuture
  }

  void openSearchAnswerDropped(OpenSearchAsyncClient search) throws java.io.IOException {
    search.ping(); // expect: UnawaitedFuture
  }

  CompletionStage<Void> entityNeverAwaited(Stage.Session session, Order order) {
    session.persist(order); // expect: UnawaitedFuture
    return session.flush();
  }

  CompletionStage<Void> entityAwaited(Stage.Session session, Order order) {
    return session.persist(order).thenCompose(done -> session.flush());
  }

  void requestDropped(AsyncHttpClient http, Order order) {
    http.preparePost("https://shop.example/" + order.id()).execute(); // expect: UnawaitedFuture
  }

  void requestWithAHandler(AsyncHttpClient http, Order order) {
    http.preparePost("https://shop.example/" + order.id())
        .execute(new AsyncCompletionHandlerBase());
  }

  void armeriaAnswerDropped(WebClient http, Order order) {
    http.post("/orders", order.id()).aggregate(); // expect: UnawaitedFuture
  }

  void socketMessageDropped(Session session, Order order) {
    session.getAsyncRemote().sendText(order.id()); // expect: UnawaitedFuture
  }

  void actorAskedInVain(ActorRef desk, Order order) {
    Patterns.ask(desk, order, Duration.ofSeconds(3)); // expect: UnawaitedFuture
  }

  CompletionStage<Object> actorAsked(ActorRef desk, Order order) {
    return Patterns.ask(desk, order, Duration.ofSeconds(3));
  }
}
