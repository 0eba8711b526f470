package pitfalls.unsubscribedpublisher;

import com.linecorp.armeria.client.WebClient;
import io.micronaut.data.repository.reactive.ReactiveStreamsCrudRepository;
import io.micronaut.http.client.HttpClient;
import io.r2dbc.spi.Connection;
import io.reactivex.Completable;
import io.reactivex.Single;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishers of R2DBC, Hibernate Reactive, RxJava 2 and the libraries of Micronaut and Armeria. */
final class FurtherDrivers {
  void rowNeverWritten(Connection connection, Booking booking) {
    connection
        .createStatement("insert into stay values ($1)")
        .bind("$1", booking.id())
        .execute(); // expect: UnsubscribedPublisher
  }

  Mono<Long> connectionNeverClosed(Connection connection) {
    return Flux.from(connection.createStatement("delete from stay").execute())
        .flatMap(result -> result.getRowsUpdated())
        .reduce(0L, Long::sum)
        .doOnNext(count -> connection.close()); // expect: UnsubscribedPublisher
  }

  Mono<Long> connectionClosed(Connection connection) {
    return Flux.from(connection.createStatement("delete from stay").execute())
        .flatMap(result -> result.getRowsUpdated())
        .reduce(0L, Long::sum)
        .flatMap(count -> Mono.from(connection.close()).thenReturn(count));
  }

  Uni<Void> entityNeverPersisted(Mutiny.Session session, Booking booking) {
    session.persist(booking); // expect: UnsubscribedPublisher
    return session.flush();
  }

  Uni<Void> entityPersisted(Mutiny.Session session, Booking booking) {
    return session.persist(booking).chain(() -> session.flush());
  }

  void rx2Forgotten(Completable reminder) {
    reminder.doOnComplete(() -> System.out.println("reminded")); // expect: UnsubscribedPublisher
  }

  Single<Booking> rx2Returned(Single<Booking> booking) {
    return booking.doOnSuccess(found -> System.out.println(found.id()));
  }

  void requestNeverSent(HttpClient http, Booking booking) {
    http.retrieve("/bookings/" + booking.id()); // expect: UnsubscribedPublisher
  }

  void bookingNeverDeleted(ReactiveStreamsCrudRepository<Booking, String> bookings) {
    bookings.deleteAll(); // expect: UnsubscribedPublisher
  }

  void armeriaSendsAtOnce(WebClient http, Booking booking) {
    http.delete("/bookings/" + booking.id());
  }
}
