package pitfalls.blockingwaitinasynccontext;

import android.os.AsyncTask;
import android.view.View;
import io.helidon.common.reactive.Single;
import io.helidon.webserver.Routing;
import io.reactivex.Flowable;
import io.reactivex.schedulers.Schedulers;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.asynchttpclient.AsyncHttpClient;
import org.hibernate.reactive.stage.Stage;

/** Waits on the threads of Hibernate Reactive, RxJava 2, Helidon, AsyncHttpClient and Android. */
final class FurtherWaits {
  CompletionStage<String> joinsInsideASession(Stage.SessionFactory sessions, String id) {
    return sessions.withSession(
        session ->
            session
                .find(String.class, id)
                .thenApply(
                    key ->
                        session
                            .find(String.class, key)
                            .toCompletableFuture()
                            .join())); // expect: BlockingWaitInAsyncContext
  }

  CompletionStage<String> composedInsideASession(Stage.SessionFactory sessions, String id) {
    return sessions.withSession(
        session ->
            session.find(String.class, id).thenCompose(key -> session.find(String.class, key)));
  }

  Flowable<Order> blockingGetOnComputation(Flowable<String> ids, OrderFinder orders) {
    return ids.observeOn(Schedulers.computation())
        .map(id -> orders.find(id).blockingGet()); // expect: BlockingWaitInAsyncContext
  }

  Flowable<Order> flattened(Flowable<String> ids, OrderFinder orders) {
    return ids.observeOn(Schedulers.computation()).flatMapSingle(orders::find);
  }

  Routing.Rules awaitsInHandler(Routing.Rules rules, Single<String> stock) {
    return rules.get(
        "/stock",
        (request, response) ->
            response.send(stock.await())); // expect: BlockingWaitInAsyncContext
  }

  CompletionStage<String> secondRequestOnTheIoThread(AsyncHttpClient http) {
    return http.prepareGet("https://shop.example/newest")
        .execute()
        .toCompletableFuture()
        .thenApply(
            newest ->
                http.prepareGet(newest.getResponseBody())
                    .execute()
                    .toCompletableFuture()
                    .join() // expect: BlockingWaitInAsyncContext
                    .getResponseBody());
  }

  void waitsOnTheMainThread(View button, AsyncTask<String, Integer, Integer> load) {
    button.setOnClickListener(
        view -> {
          try {
            view.setId(load.get()); // expect: BlockingWaitInAsyncContext
          } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Finds orders with RxJava 2. */
  interface OrderFinder {
    io.reactivex.Single<Order> find(String id);
  }
}
