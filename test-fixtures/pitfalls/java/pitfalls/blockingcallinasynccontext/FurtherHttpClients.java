package pitfalls.blockingcallinasynccontext;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import io.micronaut.http.client.HttpClient;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.asynchttpclient.AsyncCompletionHandler;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Response;
import reactor.core.publisher.Mono;
import retrofit2.Call;
import retrofit2.Callback;

/** AsyncHttpClient, Retrofit, and the clients of Armeria and Micronaut. */
final class FurtherHttpClients {
  private final CartRepository carts;
  private final AuditLog audit;

  FurtherHttpClients(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  CompletableFuture<Cart> loadsOnTheIoThread(AsyncHttpClient http) {
    return http.prepareGet("https://shop.example/current")
        .execute()
        .toCompletableFuture()
        .thenApply(
            answer -> carts.load(answer.getResponseBody())); // expect: BlockingCallInAsyncContext
  }

  void handlerThatAudits(AsyncHttpClient http) {
    http.prepareGet("https://shop.example/current")
        .execute(
            new AsyncCompletionHandler<Integer>() {
              @Override
              public Integer onCompleted(Response answer) {
                audit.append("status " + answer.getStatusCode()); // expect: BlockingCallInAsyncContext
                return answer.getStatusCode();
              }
            });
  }

  CompletableFuture<String> readsTheAnswer(AsyncHttpClient http) {
    return http.prepareGet("https://shop.example/current")
        .execute()
        .toCompletableFuture()
        .thenApply(Response::getResponseBody);
  }

  void retrofitInHandler(Router router, Call<String> current) {
    router
        .get("/current")
        .handler(
            rc -> {
              try {
                rc.end(current.execute().body()); // expect: BlockingCallInAsyncContext definite
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  void retrofitEnqueuedInHandler(Router router, Call<String> current) {
    router
        .get("/current")
        .handler(
            rc ->
                current.enqueue(
                    new Callback<String>() {
                      @Override
                      public void onResponse(
                          Call<String> call, retrofit2.Response<String> response) {
                        rc.end(response.body());
                      }

                      @Override
                      public void onFailure(Call<String> call, Throwable failure) {
                        rc.fail(failure);
                      }
                    }));
  }

  CompletableFuture<Cart> armeriaCallbackThatLoads(WebClient http) {
    return http.get("/current")
        .aggregate()
        .thenApply(answer -> carts.load(answer.contentUtf8())); // expect: BlockingCallInAsyncContext
  }

  void armeriaBlockingInHandler(Router router, BlockingWebClient http) {
    router
        .get("/current")
        .handler(
            rc -> rc.end(http.get("/current").contentUtf8())); // expect: BlockingCallInAsyncContext
  }

  Mono<Cart> micronautAnswerThatLoads(HttpClient http) {
    return Mono.from(http.retrieve("/current"))
        .map(id -> carts.load(id)); // expect: BlockingCallInAsyncContext
  }

  void micronautBlockingInHandler(Router router, HttpClient http) {
    router
        .get("/current")
        .handler(
            rc -> rc.end(http.toBlocking().retrieve("/current"))); // expect: BlockingCallInAsyncContext
  }
}
