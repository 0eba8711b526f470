package pitfalls.lockheldwhilewaiting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does a synchronized method or block wait for something that takes its time? */
final class Monitors {
  private final RateClient client;
  private final HttpClient http;
  private final JdbcTemplate database;
  private final Map<String, Rate> rates = new HashMap<>();
  private final List<Rate> history = new ArrayList<>();
  private final Object guard = new Object();

  Monitors(RateClient client, HttpClient http, JdbcTemplate database) {
    this.client = client;
    this.http = http;
    this.database = database;
  }

  synchronized Rate joinedInSynchronizedMethod(String currency) {
    Rate rate = rates.get(currency);
    if (rate == null) {
      rate = client.fetch(currency).join(); // expect: LockHeldWhileWaiting definite
      rates.put(currency, rate);
    }
    return rate;
  }

  Rate gotInSynchronizedBlock(String currency) throws InterruptedException, ExecutionException {
    synchronized (rates) {
      Rate rate = client.fetch(currency).get(); // expect: LockHeldWhileWaiting definite
      rates.put(currency, rate);
      return rate;
    }
  }

  Rate blockedOnMono(String currency) {
    synchronized (guard) {
      return client
          .fetchReactive(currency)
          .timeout(Duration.ofSeconds(5))
          .block(); // expect: LockHeldWhileWaiting
    }
  }

  Rate awaitedOnUni(String currency) {
    synchronized (guard) {
      return client
          .fetchWithMutiny(currency)
          .await()
          .atMost(Duration.ofSeconds(5)); // expect: LockHeldWhileWaiting
    }
  }

  synchronized int sentUnderMonitor(String currency) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("/rates/" + currency)).build();
    return http.send(request, BodyHandlers.discarding()) // expect: LockHeldWhileWaiting
        .statusCode();
  }

  synchronized void retriedWithSleep(String currency) throws InterruptedException {
    while (!rates.containsKey(currency)) {
      Thread.sleep(100); // expect: LockHeldWhileWaiting definite
    }
  }

  static synchronized void waitedForStart(CountDownLatch started) throws InterruptedException {
    started.await(); // expect: LockHeldWhileWaiting
  }

  void savedInBlock(Rate rate) {
    synchronized (history) {
      history.add(rate);
      database.update("insert into rate values (?)", rate.value()); // expect: LockHeldWhileWaiting
    }
  }

  synchronized void throughHelper(String currency) {
    rates.put(currency, load(currency)); // expect: LockHeldWhileWaiting
  }

  private Rate load(String currency) {
    return client.fetch(currency).join();
  }

  synchronized void refreshedForEach(List<String> currencies) {
    currencies.forEach(
        currency -> rates.put(currency, client.fetch(currency).join())); // expect: LockHeldWhileWaiting
  }

  void takenFromQueue(BlockingQueue<Rate> inbox) throws InterruptedException {
    synchronized (history) {
      history.add(inbox.take()); // expect: LockHeldWhileWaiting
    }
  }

  synchronized CompletableFuture<Rate> startedInSynchronizedMethod(String currency) {
    history.clear();
    return client.fetch(currency);
  }

  Rate waitedBeforeTheBlock(String currency) {
    Rate rate = client.fetch(currency).join();
    synchronized (rates) {
      rates.put(currency, rate);
    }
    return rate;
  }

  Rate waitedAfterTheBlock(String currency) {
    CompletableFuture<Rate> running;
    synchronized (rates) {
      running = client.fetch(currency);
    }
    return running.join();
  }

  synchronized CompletableFuture<Void> waitsInCallback(String currency, BlockingQueue<Rate> inbox) {
    return CompletableFuture.runAsync(
        () -> {
          while (inbox.size() < 2) {
            Thread.onSpinWait();
          }
        });
  }

  synchronized void handsOverToThread(String currency) {
    new Thread(() -> keep(client.fetch(currency).join())).start();
  }

  private void keep(Rate rate) {
    synchronized (rates) {
      rates.put(rate.currency(), rate);
    }
  }

  synchronized Rate newestIfDone(CompletableFuture<Rate> running) {
    return running.isDone() ? running.join() : rates.get("EUR");
  }

  synchronized Rate presentOrDefault(CompletableFuture<Rate> running) {
    return running.getNow(rates.get("EUR"));
  }

  synchronized Rate nestedHelperTakesItsOwnLock(String currency) throws Exception {
    return gotInSynchronizedBlock(currency);
  }

  synchronized Rate askedByAHelperBefore(CompletableFuture<Rate> fetched) {
    return isSuccessful(fetched) ? fetched.join() : rates.get("EUR");
  }

  synchronized Rate askedForSomethingElse(CompletableFuture<Rate> fetched, String currency) {
    return isKnown(currency) ? rates.get(currency) : fetched.join(); // expect: LockHeldWhileWaiting
  }

  private static boolean isSuccessful(CompletableFuture<?> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }

  private boolean isKnown(String currency) {
    return rates.containsKey(currency);
  }

  synchronized Rate helperGivenWhatIsDone(CompletableFuture<Rate> fetched) {
    if (fetched.isDone()) {
      return resultOf(fetched);
    }
    return rates.get("EUR");
  }

  synchronized Rate helperGivenWhatMayTakeLong(CompletableFuture<Rate> fetched) {
    return resultOf(fetched); // expect: LockHeldWhileWaiting
  }

  private static Rate resultOf(CompletableFuture<Rate> fetched) {
    return fetched.join();
  }

  synchronized Rate helperGivenWhatIsDoneThatStoresIt(CompletableFuture<Rate> fetched) {
    if (fetched.isDone()) {
      return stored(database, fetched); // expect: LockHeldWhileWaiting
    }
    return rates.get("EUR");
  }

  private static Rate stored(JdbcTemplate database, CompletableFuture<Rate> fetched) {
    Rate rate = fetched.join();
    database.update("insert into rates values (?)", rate.toString());
    return rate;
  }
}
