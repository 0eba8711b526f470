package pitfalls.blockingcallinasynccontext;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The drivers of R2DBC emit rows on the event loop of their connection. */
final class RelationalRows {
  private static final String OPEN = "select id from cart where open";

  private final CartRepository carts;
  private final AuditLog audit;

  RelationalRows(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  Flux<Cart> loadedForEachRow(Connection connection) {
    return Flux.from(connection.createStatement(OPEN).execute())
        .flatMap(result -> result.map((row, columns) -> row.get("id", String.class)))
        .map(id -> carts.load(id)); // expect: BlockingCallInAsyncContext definite
  }

  Flux<Cart> loadedWhileARowIsRead(Connection connection) {
    return Flux.from(connection.createStatement(OPEN).execute())
        .flatMap(
            result ->
                result.map(
                    (row, columns) ->
                        carts.load( // expect: BlockingCallInAsyncContext definite
                            row.get("id", String.class))));
  }

  Mono<Void> subscribedOnAnotherThreadAllTheSame(DatabaseClient database) {
    return database
        .sql(OPEN)
        .map(row -> row.get("id", String.class))
        .all()
        .doOnNext(id -> audit.append("open: " + id)) // expect: BlockingCallInAsyncContext definite
        .then()
        .subscribeOn(Schedulers.boundedElastic());
  }

  Mono<Long> countedAndAudited(DatabaseClient database) {
    return database
        .sql("delete from cart where not open")
        .fetch()
        .rowsUpdated()
        .doOnNext(
            count -> audit.append("deleted " + count)); // expect: BlockingCallInAsyncContext definite
  }

  Flux<Cart> loadedOnAWorker(DatabaseClient database) {
    return database
        .sql(OPEN)
        .map(row -> row.get("id", String.class))
        .all()
        .publishOn(Schedulers.boundedElastic())
        .map(id -> carts.load(id));
  }

  Flux<Cart> foundInMemory(DatabaseClient database) {
    return database.sql(OPEN).map(row -> carts.recent(row.get("id", String.class))).all();
  }

  Flux<Long> closedByAnotherStatement(Connection connection) {
    Statement open = connection.createStatement(OPEN);
    return Flux.from(open.execute())
        .flatMap(result -> result.map((row, columns) -> row.get("id", String.class)))
        .concatMap(
            id ->
                connection
                    .createStatement("update cart set open=false where id=$1")
                    .bind("$1", id)
                    .execute())
        .flatMap(result -> result.getRowsUpdated());
  }
}
