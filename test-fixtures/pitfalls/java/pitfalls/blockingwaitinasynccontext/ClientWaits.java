package pitfalls.blockingwaitinasynccontext;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.Uninterruptibles;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Do callbacks of clients wait for results that the same client must deliver? */
final class ClientWaits {
  private final OrderClient orders;

  ClientWaits(OrderClient orders) {
    this.orders = orders;
  }

  CompletionStage<String> lettuceGetInsideCallback(RedisAsyncCommands<String, String> redis) {
    return redis
        .get("current")
        .thenApply(
            key ->
                redis.get(key).toCompletableFuture().join()); // expect: BlockingWaitInAsyncContext
  }

  CompletionStage<Boolean> lettuceAwaitAllInsideCallback(RedisAsyncCommands<String, String> redis) {
    return redis
        .get("current")
        .thenApply(
            key -> {
              RedisFuture<String> order = redis.get(key);
              return LettuceFutures.awaitAll( // expect: BlockingWaitInAsyncContext
                  Duration.ofSeconds(1), order);
            });
  }

  CompletionStage<Order> otherFutureInsideLettuceCallback(
      RedisAsyncCommands<String, String> redis) {
    return redis
        .get("current")
        .thenApply(id -> orders.fetch(id).join()); // expect: BlockingWaitInAsyncContext
  }

  CompletionStage<String> lettuceComposed(RedisAsyncCommands<String, String> redis) {
    return redis.get("current").thenCompose(redis::get);
  }

  CompletionStage<Order> lettuceOnWorkers(
      RedisAsyncCommands<String, String> redis, Executor workers) {
    return redis.get("current").thenApplyAsync(id -> orders.fetch(id).join(), workers);
  }

  CompletionStage<String> lettucePairAfterAllOf(RedisAsyncCommands<String, String> redis) {
    CompletableFuture<String> first = redis.get("first").toCompletableFuture();
    CompletableFuture<String> second = redis.get("second").toCompletableFuture();
    return CompletableFuture.allOf(first, second).thenApply(done -> first.join() + second.join());
  }

  CompletionStage<String> lettuceCompletedStageItself(RedisAsyncCommands<String, String> redis) {
    RedisFuture<String> current = redis.get("current");
    return current.handle(
        (value, error) -> error == null ? current.toCompletableFuture().join() : "none");
  }

  CompletableFuture<Long> awsJoinsTheSameClient(S3AsyncClient s3, String bucket) {
    return s3.headObject(r -> r.bucket(bucket).key("pointer"))
        .thenApply(
            pointer ->
                s3.headObject(r -> r.bucket(bucket).key(pointer.eTag()))
                    .join() // missed-alarm: BlockingWaitInAsyncContext - that both futures are of one client is not seen
                    .contentLength());
  }

  CompletableFuture<Long> awsComposesTheSameClient(S3AsyncClient s3, String bucket) {
    return s3.headObject(r -> r.bucket(bucket).key("pointer"))
        .thenCompose(pointer -> s3.headObject(r -> r.bucket(bucket).key(pointer.eTag())))
        .thenApply(target -> target.contentLength());
  }

  CompletableFuture<Order> jdkHttpClientCallback(HttpClient http, URI uri) {
    return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .thenApply(response -> orders.fetch(response.body()).join()); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Order> callbackOfUnknownOrigin(CompletableFuture<String> id) {
    return id.thenApply(found -> orders.fetch(found).join());
  }

  void kafkaAcknowledgementInHandler(Router router, KafkaProducer<String, String> producer) {
    router
        .post("/events")
        .handler(
            rc -> {
              var event = new ProducerRecord<String, String>("events", rc.normalizedPath());
              try {
                long offset =
                    producer
                        .send(event)
                        .get() // expect: BlockingWaitInAsyncContext definite
                        .offset();
                rc.json(offset);
              } catch (InterruptedException | ExecutionException e) {
                rc.fail(e);
              }
            });
  }

  void guavaUncheckedInHandler(Router router, ListenableFuture<Order> order) {
    router
        .get("/guava")
        .handler(rc -> rc.json(Futures.getUnchecked(order))); // expect: BlockingWaitInAsyncContext
  }

  void guavaUninterruptiblyInHandler(Router router, ListenableFuture<Order> order) {
    router
        .get("/guava/uninterruptibly")
        .handler(
            rc -> {
              try {
                rc.json(
                    Uninterruptibles.getUninterruptibly( // expect: BlockingWaitInAsyncContext
                        order));
              } catch (ExecutionException e) {
                rc.fail(e.getCause());
              }
            });
  }

  void guavaDoneInHandler(Router router, ListenableFuture<Order> order) {
    router
        .get("/guava/done")
        .handler(
            rc -> {
              try {
                rc.json(order.isDone() ? Futures.getDone(order) : "pending");
              } catch (ExecutionException e) {
                rc.fail(e.getCause());
              }
            });
  }

  void guavaUncheckedOnWorker(Router router, ListenableFuture<Order> order) {
    router.get("/guava/worker").blockingHandler(rc -> rc.json(Futures.getUnchecked(order)));
  }
}
