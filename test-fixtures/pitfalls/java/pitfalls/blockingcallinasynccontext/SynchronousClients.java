package pitfalls.blockingcallinasynccontext;

import com.mongodb.client.MongoCollection;
import io.vertx.ext.web.Router;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.bson.Document;
import org.redisson.api.RedissonClient;
import org.springframework.web.client.RestTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/** Do synchronous clients of databases, caches and services wait in an async context? */
final class SynchronousClients {
  private SynchronousClients() {}

  static Flux<String> restTemplate(Flux<String> urls, RestTemplate http) {
    return urls.publishOn(Schedulers.parallel())
        .map(
            url ->
                http.getForObject( // expect: BlockingCallInAsyncContext definite
                    url, String.class));
  }

  static Flux<String> restTemplateOnElastic(Flux<String> urls, RestTemplate http) {
    return urls.publishOn(Schedulers.boundedElastic())
        .map(url -> http.getForObject(url, String.class));
  }

  static void jdkHttpClient(Router router, HttpClient http) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("https://prices.example/")).build();
    router
        .get("/prices")
        .handler(
            rc -> {
              try {
                rc.end(
                    http.send( // expect: BlockingCallInAsyncContext definite
                            request, BodyHandlers.ofString())
                        .body());
              } catch (IOException e) {
                rc.fail(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              }
            });
  }

  static void jdkHttpClientAsync(Router router, HttpClient http) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("https://prices.example/")).build();
    router
        .get("/prices/async")
        .handler(
            rc ->
                http.sendAsync(request, BodyHandlers.ofString())
                    .whenComplete(
                        (response, error) -> {
                          if (error != null) {
                            rc.fail(error);
                          } else {
                            rc.end(response.body());
                          }
                        }));
  }

  static Flux<Integer> okHttp(Flux<String> urls, OkHttpClient http) {
    return urls.publishOn(Schedulers.parallel())
        .handle(
            (url, sink) -> {
              Request request = new Request.Builder().url(url).build();
              try {
                sink.next(
                    http.newCall(request)
                        .execute() // expect: BlockingCallInAsyncContext definite
                        .code());
              } catch (IOException e) {
                sink.error(e);
              }
            });
  }

  static void mongo(Router router, MongoCollection<Document> orders) {
    router
        .get("/orders/total")
        .handler(
            rc -> rc.json(orders.countDocuments())); // expect: BlockingCallInAsyncContext definite
  }

  static void mongoOnWorker(Router router, MongoCollection<Document> orders) {
    router.get("/orders/total/worker").blockingHandler(rc -> rc.json(orders.countDocuments()));
  }

  static void awsSync(Router router, S3Client s3) {
    router
        .get("/object/:key")
        .handler(
            rc -> {
              HeadObjectRequest request =
                  HeadObjectRequest.builder().bucket("orders").key(rc.pathParam("key")).build();
              var head = s3.headObject(request); // expect: BlockingCallInAsyncContext definite
              rc.json(head.contentLength());
            });
  }

  static void awsAsync(Router router, S3AsyncClient s3) {
    router
        .get("/object/:key/async")
        .handler(
            rc ->
                s3.headObject(r -> r.bucket("orders").key(rc.pathParam("key")))
                    .whenComplete(
                        (head, error) -> {
                          if (error != null) {
                            rc.fail(error);
                          } else {
                            rc.json(head.contentLength());
                          }
                        }));
  }

  static Mono<Cart> jpa(Mono<String> ids, EntityManager entities) {
    return ids.publishOn(Schedulers.parallel())
        .mapNotNull(
            id -> entities.find(Cart.class, id)); // expect: BlockingCallInAsyncContext definite, ThreadBoundResourceAcrossAsync
  }

  static List<Cart> jpaInSynchronousMethod(EntityManager entities) {
    return entities.createQuery("from Cart", Cart.class).getResultList();
  }

  static void redissonBucket(Router router, RedissonClient redisson) {
    router
        .get("/flag/:name")
        .handler(
            rc -> {
              Object flag =
                  redisson
                      .getBucket(rc.pathParam("name"))
                      .get(); // expect: BlockingCallInAsyncContext definite
              rc.end(String.valueOf(flag));
            });
  }

  static void statementDirectly(Router router, PreparedStatement touch) {
    router
        .post("/touch")
        .handler(
            rc -> {
              try {
                int rows = touch.executeUpdate(); // expect: BlockingCallInAsyncContext definite, ThreadBoundResourceAcrossAsync
                rc.end("touched " + rows);
              } catch (SQLException e) {
                rc.fail(e);
              }
            });
  }

  static Flux<InetAddress> nameLookup(Flux<String> hosts) {
    return hosts
        .publishOn(Schedulers.parallel())
        .handle(
            (host, sink) -> {
              try {
                sink.next(
                    InetAddress.getByName(host)); // expect: BlockingCallInAsyncContext definite
              } catch (UnknownHostException e) {
                sink.error(e);
              }
            });
  }

  static Flux<String> addressWithoutLookup(Flux<Integer> ports) {
    return ports
        .publishOn(Schedulers.parallel())
        .map(port -> InetSocketAddress.createUnresolved("db.internal", port).getHostString());
  }

  static void socketConnect(Router router, Socket socket, InetSocketAddress address) {
    router
        .post("/connect")
        .handler(
            rc -> {
              try {
                socket.connect(address, 5_000); // expect: BlockingCallInAsyncContext definite
                rc.end("connected");
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }
}
