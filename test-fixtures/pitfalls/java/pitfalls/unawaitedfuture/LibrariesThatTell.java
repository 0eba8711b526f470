package pitfalls.unawaitedfuture;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RMapAsync;
import org.redisson.api.RedissonClient;

/** Do libraries tell of an outcome in another way than by the future that is dropped? */
final class LibrariesThatTell {
  private final Pool pool;

  LibrariesThatTell(Pool pool) {
    this.pool = pool;
  }

  Future<RowSet<Row>> connectionGivenBackToItsPool() {
    return pool.getConnection()
        .compose(
            connection ->
                connection
                    .query("select id from orders")
                    .execute()
                    .onComplete(rows -> connection.close()));
  }

  void poolOfTheServiceClosed() {
    pool.close(); // expect: UnawaitedFuture
  }

  Future<HttpClientResponse> requestGivenUp(HttpClientRequest request, List<String> lines) {
    if (lines.isEmpty()) {
      request.reset();
    }
    return request.response();
  }

  /** Does an actor that is sent the outcome of its own work hear of the failure? */
  static final class OrderActor extends AbstractActor {
    private final OrderStore store;

    OrderActor(OrderStore store) {
      this.store = store;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder().match(Order.class, this::save).build();
    }

    private void save(Order order) {
      CompletionStage<Order> saved = store.saveAsync(order).thenApply(done -> order);
      Patterns.pipe(saved, getContext().getDispatcher()).pipeTo(getSelf(), ActorRef.noSender());
    }
  }

  /** A change that is made when the whole checkout is. */
  abstract static class Change {
    abstract void apply(RMapAsync<String, Long> totals);

    abstract void undo(RMapAsync<String, Long> totals);
  }

  static final class AddTotal extends Change {
    private final Order order;

    AddTotal(Order order) {
      this.order = order;
    }

    @Override
    void apply(RMapAsync<String, Long> totals) {
      totals.fastPutAsync(order.id(), order.cents());
    }

    @Override
    void undo(RMapAsync<String, Long> totals) {
      totals.fastRemoveAsync(order.id()); // expect: UnawaitedFuture
    }
  }

  void changesOfABatch(RedissonClient redisson, List<Change> changes) {
    RBatch batch = redisson.createBatch(BatchOptions.defaults());
    RMapAsync<String, Long> totals = batch.getMap("totals");
    for (Change change : changes) {
      change.apply(totals);
    }
    batch.execute();
  }

  void batchWhoseResultNobodySees(RedissonClient redisson, List<Change> changes) {
    RBatch batch = redisson.createBatch(BatchOptions.defaults());
    RMapAsync<String, Long> totals = batch.getMap("totals");
    for (Change change : changes) {
      change.apply(totals);
    }
    batch.executeAsync(); // expect: UnawaitedFuture
  }

  void changesUndoneOneByOne(RedissonClient redisson, List<Change> changes) {
    RMapAsync<String, Long> totals = redisson.getMap("totals");
    for (Change change : changes) {
      change.undo(totals);
    }
  }
}
