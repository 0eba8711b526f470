package pitfalls.unboundedwait;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.redisson.api.RBucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Jobs that ask other systems and wait until these deign to answer. */
final class RemoteAnswers {
  private static final Logger log = LoggerFactory.getLogger(RemoteAnswers.class);

  String page(HttpClient client, HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString()).join().body(); // expect: UnboundedWait likely
  }

  String pageInSteps(HttpClient client, HttpRequest request)
      throws InterruptedException, ExecutionException {
    CompletableFuture<String> body =
        client.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> answer.body());
    log.info("asked {}", request.uri());
    return body.get(); // expect: UnboundedWait likely
  }

  long size(S3AsyncClient s3, HeadObjectRequest request) {
    return s3.headObject(request).join().contentLength(); // expect: UnboundedWait likely
  }

  HeadObjectResponse head(S3AsyncClient s3, HeadObjectRequest request)
      throws InterruptedException, ExecutionException {
    return s3.headObject(request).get(); // expect: UnboundedWait likely
  }

  long offset(Producer<String, String> producer, String order)
      throws InterruptedException, ExecutionException {
    return producer
        .send(new ProducerRecord<>("orders", order))
        .get() // expect: UnboundedWait likely
        .offset();
  }

  String cached(RedisAsyncCommands<String, String> redis, String key)
      throws InterruptedException, ExecutionException {
    return redis.get(key).get(); // expect: UnboundedWait likely
  }

  String bucket(RBucket<String> bucket) {
    return bucket.getAsync().toCompletableFuture().join(); // expect: UnboundedWait likely
  }

  Buffer vertxFromABatchJob(WebClient client) {
    HttpResponse<Buffer> answer =
        client
            .get(443, "shop.example", "/orders")
            .send()
            .toCompletionStage()
            .toCompletableFuture()
            .join(); // expect: UnboundedWait likely
    return answer.body();
  }

  String webClient(org.springframework.web.reactive.function.client.WebClient client) {
    return client
        .get()
        .uri("/orders")
        .retrieve()
        .bodyToMono(String.class)
        .block(); // expect: UnboundedWait likely
  }
}
