package pitfalls.cpuworkoneventloop;

import io.grpc.ClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.vertx.core.Future;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.mindrot.jbcrypt.BCrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Callbacks of clients: what thread completes the future decides. */
final class ClientCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(ClientCallbacks.class);

  interface UserStore {
    CompletableFuture<String> storedHash(String user);
  }

  private final RedisAsyncCommands<String, String> redis;
  private final WebClient vertxClient;
  private final ExecutorService workers;
  private final S3AsyncClient s3;
  private final S3AsyncClient s3OnItsEventLoop =
      S3AsyncClient.builder()
          .asyncConfiguration(
              config ->
                  config.advancedOption(
                      SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
          .build();

  ClientCallbacks(
      RedisAsyncCommands<String, String> redis,
      WebClient vertxClient,
      ExecutorService workers,
      S3AsyncClient s3) {
    this.redis = redis;
    this.vertxClient = vertxClient;
    this.workers = workers;
    this.s3 = s3;
  }

  /** Lettuce completes on the connection's event loop. */
  CompletionStage<Boolean> lettuceCallback(String user, String password) {
    return redis
        .get("hash:" + user)
        .thenApply(hash -> BCrypt.checkpw(password, hash)); // expect: CpuWorkOnEventLoop
  }

  Future<String> vertxClientCallback(String password) {
    return vertxClient
        .get("/salt")
        .send()
        .map(HttpResponse::bodyAsString)
        .map(salt -> BCrypt.hashpw(password, salt)); // expect: CpuWorkOnEventLoop
  }

  CompletableFuture<String> awsWithRunnableRun(String password) {
    return s3OnItsEventLoop
        .getObject(r -> r.bucket("salts").key("main"), AsyncResponseTransformer.toBytes())
        .thenApply(bytes -> bytes.asUtf8String())
        .thenApply(salt -> BCrypt.hashpw(password, salt)); // missed-alarm: CpuWorkOnEventLoop - the completion executor of the client builder is not followed
  }

  // Silent from here on.

  CompletionStage<Boolean> lettuceOnExecutor(String user, String password) {
    return redis
        .get("hash:" + user)
        .thenApplyAsync(hash -> BCrypt.checkpw(password, hash), workers);
  }

  /** By default the client completes on a pool of its own. */
  CompletableFuture<String> awsByDefault(String password) {
    return s3.getObject(r -> r.bucket("salts").key("main"), AsyncResponseTransformer.toBytes())
        .thenApply(bytes -> BCrypt.hashpw(password, bytes.asUtf8String()));
  }

  /** Dependents of the JDK's client run in the common pool. */
  CompletableFuture<String> jdkClient(HttpClient http, HttpRequest request, String password) {
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(response -> BCrypt.hashpw(password, response.body()));
  }

  /** The mapper of a body runs on a worker of the JDK's client. */
  CompletableFuture<java.net.http.HttpResponse<String>> jdkBodyMapper(
      HttpClient http, HttpRequest request, String password) {
    return http.sendAsync(
        request,
        info ->
            BodySubscribers.mapping(
                BodySubscribers.ofString(StandardCharsets.UTF_8),
                salt -> BCrypt.hashpw(password, salt)));
  }

  /** OkHttp calls back on its dispatcher's threads. */
  void okHttp(OkHttpClient client, Request request, String password) {
    client
        .newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  LOG.info(BCrypt.hashpw(password, response.header("X-Salt", "")));
                }
              }

              @Override
              public void onFailure(Call call, IOException failure) {
                LOG.warn("no salt", failure);
              }
            });
  }

  /** So does gRPC, as long as nobody asks for the direct executor. */
  void grpc(ClientCall<String, String> call, String password) {
    ClientCalls.asyncUnaryCall(
        call,
        "salt",
        new StreamObserver<>() {
          @Override
          public void onNext(String salt) {
            LOG.info(BCrypt.hashpw(password, salt));
          }

          @Override
          public void onError(Throwable failure) {
            LOG.warn("no salt", failure);
          }

          @Override
          public void onCompleted() {}
        });
  }

  /** A future of unknown origin: the thread is unknown. */
  CompletableFuture<Boolean> unknownOrigin(UserStore users, String user, String password) {
    return users.storedHash(user).thenApply(hash -> BCrypt.checkpw(password, hash));
  }

  Future<String> vertxClientOffloaded(io.vertx.core.Vertx vertx, String password) {
    return vertxClient
        .get("/salt")
        .send()
        .map(HttpResponse::bodyAsString)
        .compose(salt -> vertx.executeBlocking(() -> BCrypt.hashpw(password, salt)));
  }
}
