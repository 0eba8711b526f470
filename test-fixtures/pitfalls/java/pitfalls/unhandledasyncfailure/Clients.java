package pitfalls.unhandledasyncfailure;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.redisson.api.RBucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Futures of drivers and clients, whose failures arrive through the future alone. */
final class Clients {
  private static final Logger log = LoggerFactory.getLogger(Clients.class);

  private final Map<String, String> rates = new ConcurrentHashMap<>();

  void ratesFetched(HttpClient http, HttpRequest request) {
    http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .thenAccept(body -> rates.put("all", body)); // expect: UnhandledAsyncFailure
  }

  void labelStored(S3AsyncClient s3, Shipment shipment, byte[] label) {
    s3.putObject(r -> r.bucket("labels").key(shipment.id()), AsyncRequestBody.fromBytes(label))
        .thenAccept(stored -> log.info("stored as {}", stored.eTag())); // expect: UnhandledAsyncFailure
  }

  void cachedRate(RedisAsyncCommands<String, String> redis, String carrier) {
    redis
        .get("rate:" + carrier)
        .thenAccept(rate -> rates.put(carrier, rate)); // expect: UnhandledAsyncFailure
  }

  void bucketRead(RBucket<String> bucket) {
    bucket
        .getAsync()
        .thenAccept(rate -> rates.put(bucket.getName(), rate)); // expect: UnhandledAsyncFailure
  }

  void topicsListed(Admin admin) {
    admin
        .listTopics()
        .names()
        .whenComplete(
            (names, failure) -> {
              if (failure != null) {
                log.error("no topics", failure);
              } else {
                log.info("{} topics", names.size());
              }
            });
  }

  void cachedRateOrNone(RedisAsyncCommands<String, String> redis, String carrier) {
    redis
        .get("rate:" + carrier)
        .thenAccept(rate -> rates.put(carrier, rate))
        .exceptionally(
            failure -> {
              log.warn("no rate for {}", carrier, failure);
              return null;
            });
  }

  void ratesFetchedOrLogged(HttpClient http, HttpRequest request) {
    http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .handle(
            (response, failure) -> {
              if (failure != null) {
                log.error("no rates", failure);
                return "";
              }
              return response.body();
            })
        .thenAccept(body -> rates.put("all", body));
  }
}
