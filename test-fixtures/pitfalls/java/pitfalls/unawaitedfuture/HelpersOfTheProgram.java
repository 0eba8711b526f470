package pitfalls.unawaitedfuture;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does dropping what a helper of the program yields lose anything that the helper did not see to? */
final class HelpersOfTheProgram {
  private static final Logger log = LoggerFactory.getLogger(HelpersOfTheProgram.class);

  private final OrderStore store;
  private final HttpClient http;
  private final OpenRequests<CompletableFuture<Order>> open = new OpenRequests<>();
  private final Queue<CompletableFuture<Boolean>> heartbeats = new ArrayDeque<>();
  private boolean connected;

  HelpersOfTheProgram(OrderStore store, HttpClient http) {
    this.store = store;
    this.http = http;
  }

  /** A register of one's own for what is under way: not one of the platform's maps. */
  static final class OpenRequests<T> {
    private final Object[] slots = new Object[64];

    void put(int slot, T request) {
      slots[slot] = request;
    }

    @SuppressWarnings("unchecked")
    T takeOut(int slot) {
      Object request = slots[slot];
      slots[slot] = null;
      return (T) request;
    }
  }

  /** How customers hear of an order; each way sees to its own failures. */
  interface Notice {
    CompletionStage<Void> send(Order order);
  }

  static final class MailNotice implements Notice {
    private final OrderStore outbox;

    MailNotice(OrderStore outbox) {
      this.outbox = outbox;
    }

    @Override
    public CompletionStage<Void> send(Order order) {
      return outbox
          .saveAsync(order)
          .exceptionally(
              failure -> {
                log.warn("no mail about {}", order.id(), failure);
                return null;
              });
    }
  }

  static final class LogNotice implements Notice {
    @Override
    public CompletionStage<Void> send(Order order) {
      log.info("order {} is on its way", order.id());
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Tells nobody before the order is a day old, and leaves the telling to another way then. */
  static final class LateNotice implements Notice {
    private final Notice later;

    LateNotice(Notice later) {
      this.later = later;
    }

    @Override
    public CompletionStage<Void> send(Order order) {
      log.debug("telling about {} now", order.id());
      return later.send(order);
    }
  }

  /** Where a summary goes; one of the ways says nothing of its failures. */
  interface SummarySink {
    CompletionStage<?> publish(String summary);
  }

  static final class FileSink implements SummarySink {
    @Override
    public CompletionStage<?> publish(String summary) {
      log.info(summary);
      return CompletableFuture.completedFuture(null);
    }
  }

  static final class WebSink implements SummarySink {
    private final HttpClient http;

    WebSink(HttpClient http) {
      this.http = http;
    }

    @Override
    public CompletionStage<?> publish(String summary) {
      return http.sendAsync(request("summaries", summary), HttpResponse.BodyHandlers.discarding());
    }
  }

  private static HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(java.net.URI.create("https://reports.example/" + path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  void everyWaySeesToItsFailures(List<Notice> notices, Order order) {
    for (Notice notice : notices) {
      notice.send(order);
    }
  }

  void oneWayLosesItsFailures(List<SummarySink> sinks, String summary) {
    for (SummarySink sink : sinks) {
      sink.publish(summary); // expect: UnawaitedFuture likely
    }
  }

  void helperHandsOutAnHttpResponse(String summary) {
    post(summary); // expect: UnawaitedFuture
    log.info("posted");
  }

  private CompletableFuture<HttpResponse<Void>> post(String summary) {
    return http.sendAsync(request("daily", summary), HttpResponse.BodyHandlers.discarding());
  }

  void ownInterfaceMayKnowBetter(Order order) {
    store.saveAsync(order); // expect: UnawaitedFuture likely
  }

  void bothPartsSeeToTheirFailures(Order order) {
    withdraw(order);
  }

  private CompletionStage<Void> withdraw(Order order) {
    return CompletableFuture.allOf(remove(order.id()), remove(order.customer()));
  }

  private CompletableFuture<Void> remove(String id) {
    return store
        .deleteAsync(id)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.warn("could not remove {}", id, failure);
              }
            })
        .toCompletableFuture();
  }

  void onePartLosesItsFailures(Order order) {
    withdrawAndSave(order); // expect: UnawaitedFuture
  }

  private CompletionStage<Void> withdrawAndSave(Order order) {
    return CompletableFuture.allOf(remove(order.id()), store.saveAsync(order));
  }

  void failureIsLoggedWhereverItArises(Order order) {
    announce(order);
    log.info("announced {}", order.id());
  }

  private CompletionStage<Void> announce(Order order) {
    try {
      if (order.cents() == 0) {
        return CompletableFuture.completedFuture(null);
      }
      return store
          .saveAsync(order)
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  log.warn("could not announce {}", order.id(), failure);
                }
              });
    } catch (RuntimeException failure) {
      log.warn("could not announce {} at all", order.id(), failure);
      return CompletableFuture.failedFuture(failure);
    }
  }

  void failureIsLoggedBesides(Order order) {
    saveAndLog(order);
  }

  private CompletableFuture<Void> saveAndLog(Order order) {
    CompletableFuture<Void> saved = store.saveAsync(order);
    saved.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            log.warn("could not save {}", order.id(), failure);
          }
        });
    return saved;
  }

  void failureOfTheCatchIsNewsToTheCaller(Order order) {
    announceOrFail(order); // expect: UnawaitedFuture
  }

  private CompletionStage<Void> announceOrFail(Order order) {
    try {
      return store.saveAsync(order).exceptionally(failure -> null);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  void answerIsKnownAtOnceOrQueued() {
    ping();
  }

  private CompletableFuture<Boolean> ping() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    if (!connected) {
      CompletableFuture<Boolean> none = new CompletableFuture<>();
      none.complete(false);
      return none;
    }
    heartbeats.add(answer);
    return answer;
  }

  void givenUpRequestIsTakenOut(int slot, CompletableFuture<Order> request, Throwable why) {
    giveUp(slot);
    request.completeExceptionally(why);
  }

  private CompletableFuture<Order> giveUp(int slot) {
    log.warn("request {} is given up", slot);
    return open.takeOut(slot);
  }

  CompletableFuture<Order> unneededCopyOfWhatIsReturned(String id) {
    CompletableFuture<Order> order = store.loadAsync(id);
    CompletableFuture<Object> same = order.thenApply(loaded -> loaded);
    return order;
  }

  void copyOfWhatNobodyHas(String id) {
    CompletableFuture<Order> order = store.loadAsync(id);
    order.thenApply(loaded -> loaded); // expect: UnawaitedFuture
  }

  void startedForEachNumber(int pages) {
    IntStream.range(0, pages)
        .mapToObj(page -> store.loadAsync("page-" + page))
        .toList(); // expect: UnawaitedFuture
  }

  void startedForEachAndJoined(int pages) {
    IntStream.range(0, pages)
        .mapToObj(page -> store.loadAsync("page-" + page))
        .toList()
        .forEach(CompletableFuture::join);
  }
}
