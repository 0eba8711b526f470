package pitfalls.synccallwithasynctwin;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.PublishAck;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Is a driver's synchronous call made where its asynchronous one is wanted? */
final class DriversAndBrokers {
  private static final String BY_ID = "SELECT name FROM users WHERE id = ?";

  private final CqlSession session;
  private final ExecutorService workers;

  DriversAndBrokers(CqlSession session, ExecutorService workers) {
    this.session = session;
    this.workers = workers;
  }

  void routeQueries(Router router) {
    router
        .get("/users/:id")
        .handler(
            ctx -> {
              String id = ctx.pathParam("id");
              Row row = session.execute(BY_ID, id).one(); // expect: SyncCallWithAsyncTwin likely
              ctx.end(row.getString("name"));
            });
  }

  void routeQueriesAsync(Router router) {
    router
        .get("/users/:id/name")
        .handler(
            ctx ->
                session
                    .executeAsync(BY_ID, ctx.pathParam("id"))
                    .whenComplete(
                        (rows, failure) -> {
                          if (failure != null) {
                            ctx.fail(failure);
                          } else {
                            ctx.end(rows.one().getString("name"));
                          }
                        }));
  }

  void routeQueriesOnWorker(Router router, Vertx vertx) {
    router
        .get("/users/:id/slow")
        .handler(
            ctx ->
                vertx
                    .executeBlocking(() -> session.execute(BY_ID, ctx.pathParam("id")).one())
                    .onSuccess(row -> ctx.end(row.getString("name")))
                    .onFailure(ctx::fail));
  }

  CompletionStage<AsyncResultSet> preparedFirst(String id) {
    PreparedStatement byId = session.prepare(BY_ID); // expect: SyncCallWithAsyncTwin likely
    return session.executeAsync(byId.bind(id));
  }

  CompletionStage<AsyncResultSet> preparedAsync(String id) {
    return session
        .prepareAsync(BY_ID)
        .thenCompose(byId -> session.executeAsync(byId.bind(id)));
  }

  Mono<String> mappedToQuery(Mono<String> ids) {
    return ids.map(
        id -> session.execute(BY_ID, id).one().getString("name")); // expect: SyncCallWithAsyncTwin
  }

  Mono<String> mappedToQueryOnElastic(Mono<String> ids) {
    return ids.publishOn(Schedulers.boundedElastic())
        .map(id -> session.execute(BY_ID, id).one().getString("name"));
  }

  Flux<String> mappedToPublisher(Mono<String> ids) {
    return ids.flatMapMany(id -> Flux.from(session.executeReactive(BY_ID, id)))
        .map(row -> row.getString("name"));
  }

  CompletableFuture<Row> queriedByExecutor(String id) {
    return CompletableFuture.supplyAsync(() -> session.execute(BY_ID, id).one(), workers);
  }

  Row queriedInBlockingCode(String id) {
    return session.execute(SimpleStatement.newInstance(BY_ID, id)).one();
  }

  /** Passes what a client sends on to a stream. */
  static final class Ingest extends SimpleChannelInboundHandler<byte[]> {
    private final JetStream events;

    Ingest(JetStream events) {
      this.events = events;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, byte[] data)
        throws IOException, JetStreamApiException {
      PublishAck ack = events.publish("ingest", data); // expect: SyncCallWithAsyncTwin likely
      ctx.fireChannelRead(ack.getSeqno());
    }
  }

  /** Passes what a client sends on to a stream, and goes on when that has it. */
  static final class IngestAsync extends SimpleChannelInboundHandler<byte[]> {
    private final JetStream events;

    IngestAsync(JetStream events) {
      this.events = events;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, byte[] data) {
      events
          .publishAsync("ingest", data)
          .whenComplete(
              (ack, failure) -> {
                if (failure != null) {
                  ctx.fireExceptionCaught(failure);
                } else {
                  ctx.fireChannelRead(ack.getSeqno());
                }
              });
    }
  }
}
