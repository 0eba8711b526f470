package pitfalls.unsubscribedpublisher;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Publishers of web clients, servers and database drivers. */
final class WebAndDrivers {
  private final BookingRepository bookings;

  WebAndDrivers(BookingRepository bookings) {
    this.bookings = bookings;
  }

  void requestNeverSent(WebClient client, Booking booking) {
    client
        .post()
        .uri("/bookings")
        .bodyValue(booking)
        .retrieve()
        .toBodilessEntity(); // expect: UnsubscribedPublisher
  }

  void documentNeverInserted(MongoCollection<Document> stays, Booking booking) {
    stays.insertOne(new Document("guest", booking.guest())); // expect: UnsubscribedPublisher
  }

  Publisher<Document> optionsSetOnTheQueryThatIsReturned(
      MongoCollection<Document> stays, Booking booking, boolean newestFirst) {
    FindPublisher<Document> found = stays.find(new Document("guest", booking.guest()));
    if (newestFirst) {
      found.sort(new Document("arrival", -1));
    }
    found.limit(20);
    return found;
  }

  void firstOfTheQueryNeverAskedFor(MongoCollection<Document> stays, Booking booking) {
    stays.find(new Document("guest", booking.guest())).first(); // expect: UnsubscribedPublisher
  }

  void keyNeverSet(RedisReactiveCommands<String, String> redis, Booking booking) {
    redis.set(booking.id(), booking.guest()); // expect: UnsubscribedPublisher
  }

  Mono<String> sessionNeverInvalidated(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .map(
            session -> {
              session.invalidate(); // expect: UnsubscribedPublisher
              return "goodbye";
            });
  }

  void changesNeverRead(ChangeFeed feed) {
    feed.changes(); // expect: UnsubscribedPublisher
  }

  /** A driver of the program's own over the JDK's interface. */
  interface ChangeFeed {
    Flow.Publisher<Booking> changes();
  }

  /** A filter that turns strangers away, or believes that it does. */
  static final class GuestFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      if (exchange.getRequest().getHeaders().getFirst("X-Guest") == null) {
        exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
        exchange.getResponse().setComplete(); // expect: UnsubscribedPublisher
      }
      return chain.filter(exchange);
    }
  }

  Mono<ServerResponse> givenToTheFramework(String guest) {
    return ServerResponse.ok().body(bookings.findByGuest(guest), Booking.class);
  }

  Mono<Document> driversPublisherWrapped(MongoCollection<Document> stays, String guest) {
    Publisher<Document> found = stays.find(new Document("guest", guest)).first();
    return Mono.from(found);
  }

  Mono<Void> answered(ServerWebExchange exchange) {
    exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
    return exchange.getResponse().setComplete();
  }

  void bodyPublisherIsNoPipeline(Path upload) throws FileNotFoundException {
    BodyPublishers.ofFile(upload);
  }

  void subscribedByTheJdk(ChangeFeed feed, Flow.Subscriber<Booking> screen) {
    feed.changes().subscribe(screen);
  }
}
