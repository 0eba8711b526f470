package pitfalls.unawaitedfuture;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.redisson.api.RBucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Futures of drivers and clients: Kafka, AWS, Lettuce, Redisson, Apache HttpClient. */
final class Clients {
  private static final Logger log = LoggerFactory.getLogger(Clients.class);

  void kafkaRecordDropped(Producer<String, String> producer, Order order) {
    producer.send(new ProducerRecord<>("orders", order.id(), "paid")); // expect: UnawaitedFuture
  }

  void objectUploadDropped(S3AsyncClient s3, Order order) {
    s3.putObject( // expect: UnawaitedFuture
        r -> r.bucket("invoices").key(order.id()), AsyncRequestBody.fromString("paid"));
  }

  void objectDeletedInAVoidSlot(S3AsyncClient s3, Iterable<String> keys) {
    keys.forEach(
        key -> s3.deleteObject(r -> r.bucket("invoices").key(key))); // expect: UnawaitedFuture
  }

  void redisWriteDropped(RedisAsyncCommands<String, String> redis, Order order) {
    redis.set("order:" + order.id(), order.customer()); // expect: UnawaitedFuture
  }

  void redissonBucketDropped(RBucket<String> bucket, Order order) {
    bucket.setAsync(order.id()); // expect: UnawaitedFuture
  }

  void kafkaCallbackLooksAtTheFailure(Producer<String, String> producer, Order order) {
    producer.send(
        new ProducerRecord<>("orders", order.id(), "paid"),
        (metadata, failure) -> {
          if (failure != null) {
            log.error("order {} not sent", order.id(), failure);
          }
        });
  }

  Future<RecordMetadata> kafkaFutureReturned(Producer<String, String> producer, Order order) {
    return producer.send(new ProducerRecord<>("orders", order.id(), "paid"));
  }

  void httpCallbackSeesEveryOutcome(CloseableHttpAsyncClient client, SimpleHttpRequest request) {
    client.execute(
        request,
        new FutureCallback<SimpleHttpResponse>() {
          @Override
          public void completed(SimpleHttpResponse response) {
            log.info("status {}", response.getCode());
          }

          @Override
          public void failed(Exception failure) {
            log.error("request failed", failure);
          }

          @Override
          public void cancelled() {
            log.warn("request cancelled");
          }
        });
  }

  CompletableFuture<PutObjectResponse> uploadReturned(S3AsyncClient s3, Order order) {
    return s3.putObject(
        r -> r.bucket("invoices").key(order.id()), AsyncRequestBody.fromString("paid"));
  }

  void redisWriteHandled(RedisAsyncCommands<String, String> redis, Order order) {
    redis
        .set("order:" + order.id(), order.customer())
        .exceptionally(
            failure -> {
              log.error("cache write failed", failure);
              return "";
            });
  }
}
