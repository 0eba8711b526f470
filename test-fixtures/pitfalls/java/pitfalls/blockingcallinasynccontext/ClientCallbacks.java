package pitfalls.blockingcallinasynccontext;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** On which thread do the callbacks of client libraries run, and do they wait there? */
final class ClientCallbacks {
  private final CartRepository carts;
  private final AuditLog audit;

  ClientCallbacks(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  CompletionStage<Cart> lettuceCallback(StatefulRedisConnection<String, String> redis, String id) {
    return redis
        .async()
        .get("cart:" + id)
        .thenApply(sku -> carts.load(sku)); // expect: BlockingCallInAsyncContext
  }

  CompletionStage<Long> lettuceSyncInsideCallback(StatefulRedisConnection<String, String> redis) {
    return redis
        .async()
        .get("current")
        .thenApply(key -> redis.sync().incr(key)); // expect: BlockingCallInAsyncContext
  }

  CompletionStage<Cart> lettuceCallbackOnWorkers(
      StatefulRedisConnection<String, String> redis, String id, Executor workers) {
    return redis.async().get("cart:" + id).thenApplyAsync(sku -> carts.load(sku), workers);
  }

  String lettuceSyncInSynchronousMethod(StatefulRedisConnection<String, String> redis, String id) {
    return redis.sync().get("cart:" + id);
  }

  CompletableFuture<Void> awsCompletionOnItsOwnPool(S3AsyncClient s3, String bucket) {
    return s3.headBucket(request -> request.bucket(bucket))
        .thenAccept(head -> audit.append("bucket " + head.bucketRegion()));
  }

  Server grpcServiceOnDirectExecutor(MethodDescriptor<String, String> summary) {
    return ServerBuilder.forPort(9090)
        .directExecutor()
        .addService(
            ServerServiceDefinition.builder("carts")
                .addMethod(
                    summary,
                    ServerCalls.asyncUnaryCall(
                        (String id, StreamObserver<String> answer) -> {
                          answer.onNext(
                              carts.load(id).summary()); // missed-alarm: BlockingCallInAsyncContext - the executor of the server builder is not followed to its services
                          answer.onCompleted();
                        }))
                .build())
        .build();
  }

  Server grpcServiceOnDefaultExecutor(MethodDescriptor<String, String> summary) {
    return ServerBuilder.forPort(9090)
        .addService(
            ServerServiceDefinition.builder("carts")
                .addMethod(
                    summary,
                    ServerCalls.asyncUnaryCall(
                        (String id, StreamObserver<String> answer) -> {
                          answer.onNext(carts.load(id).summary());
                          answer.onCompleted();
                        }))
                .build())
        .build();
  }

  void grpcObserverOnDirectExecutor(Channel channel, MethodDescriptor<String, Cart> load) {
    ClientCalls.asyncUnaryCall(
        channel.newCall(load, CallOptions.DEFAULT.withExecutor(MoreExecutors.directExecutor())),
        "default",
        new StreamObserver<Cart>() {
          @Override
          public void onNext(Cart cart) {
            carts.save(cart); // missed-alarm: BlockingCallInAsyncContext - the executor of the call options is not followed to the observer
          }

          @Override
          public void onError(Throwable error) {
            audit.note("load failed: " + error);
          }

          @Override
          public void onCompleted() {
            audit.note("loaded");
          }
        });
  }

  void grpcObserverOnDefaultExecutor(Channel channel, MethodDescriptor<String, Cart> load) {
    ClientCalls.asyncUnaryCall(
        channel.newCall(load, CallOptions.DEFAULT),
        "default",
        new StreamObserver<Cart>() {
          @Override
          public void onNext(Cart cart) {
            carts.save(cart);
          }

          @Override
          public void onError(Throwable error) {
            audit.append("load failed: " + error);
          }

          @Override
          public void onCompleted() {
            audit.note("loaded");
          }
        });
  }

  CompletableFuture<Cart> httpClientCallback(HttpClient http, URI uri) {
    return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .thenApply(response -> carts.load(response.body())); // expect: BlockingOnCommonPool
  }

  CompletableFuture<Cart> callbackOfUnknownOrigin(CompletableFuture<String> id) {
    return id.thenApply(carts::load);
  }

  CompletableFuture<Cart> taskOnWorkers(String id, Executor workers) {
    return CompletableFuture.supplyAsync(() -> carts.load(id), workers)
        .whenCompleteAsync((cart, error) -> audit.append(cart + " " + error), workers);
  }

  void okHttpCallback(OkHttpClient http, Request request) {
    http.newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, java.io.IOException error) {
                audit.append("failed " + error);
              }

              @Override
              public void onResponse(Call call, Response response) {
                audit.append("status " + response.code());
              }
            });
  }

  void kafkaSendInHandler(
      io.vertx.ext.web.Router router,
      KafkaProducer<String, String> producer,
      Queue<Future<RecordMetadata>> inFlight) {
    router
        .post("/events")
        .handler(
            rc -> {
              inFlight.add(producer.send(new ProducerRecord<>("events", rc.normalizedPath())));
              rc.end("accepted");
            });
  }

  /** Which thread completes the futures of a client that was told to use the calling one? */
  static final class DirectBuckets {
    private final S3AsyncClient direct =
        S3AsyncClient.builder()
            .asyncConfiguration(
                config ->
                    config.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
            .build();
    private final AuditLog audit;

    DirectBuckets(AuditLog audit) {
      this.audit = audit;
    }

    CompletableFuture<Void> auditOnTheIoThread(String bucket) {
      return direct
          .headBucket(request -> request.bucket(bucket))
          .thenAccept(
              head ->
                  audit.append( // missed-alarm: BlockingCallInAsyncContext - the completion executor of the client builder is not followed
                      "bucket " + head.bucketRegion()));
    }

    CompletableFuture<Void> noteOnTheIoThread(String bucket) {
      return direct
          .headBucket(request -> request.bucket(bucket))
          .thenAccept(head -> audit.note("bucket " + head.bucketRegion()));
    }
  }
}
