package pitfalls.threadlocalacrossasync;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The request's id in the logging context does not follow the work to another thread. */
final class LoggingContexts {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingContexts.class);
  private static final ExecutorService REPORTS = Executors.newCachedThreadPool();

  interface Mailer {
    void send(String address, String requestId);
  }

  private final Mailer mailer;
  private final HttpClient http;

  LoggingContexts(Mailer mailer, HttpClient http) {
    this.mailer = mailer;
    this.http = http;
  }

  void mailInBackground(String address) {
    REPORTS.execute(
        () -> mailer.send(address, MDC.get("requestId"))); // expect: ThreadLocalAcrossAsync
  }

  CompletableFuture<String> headerFromCallback(String url) {
    return http.sendAsync(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(
            response -> response.body() + MDC.get("requestId")); // expect: ThreadLocalAcrossAsync
  }

  void onAThreadOfItsOwn(String address) {
    new Thread(
            () -> {
              LOG.info("sending mail");
              mailer.send(address, MDC.get("requestId")); // expect: ThreadLocalAcrossAsync
            })
        .start();
  }

  void snapshotTakenTooLate(String address) {
    REPORTS.execute(
        () -> {
          Map<String, String> context =
              MDC.getCopyOfContextMap(); // expect: ThreadLocalAcrossAsync
          mailer.send(address, String.valueOf(context));
        });
  }

  void snapshotTakenBefore(String address) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    REPORTS.execute(
        () -> {
          MDC.setContextMap(context);
          mailer.send(address, MDC.get("requestId"));
        });
  }

  private static Runnable withContext(Map<String, String> context, Runnable work) {
    return () -> {
      MDC.setContextMap(context);
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }

  void wrappedByOwnHelper(String address) {
    REPORTS.execute(
        withContext(
            MDC.getCopyOfContextMap(), () -> mailer.send(address, MDC.get("requestId"))));
  }

  void putInside(String address, String requestId) {
    REPORTS.execute(
        () -> {
          try (MDC.MDCCloseable ignored = MDC.putCloseable("requestId", requestId)) {
            mailer.send(address, MDC.get("requestId"));
          }
        });
  }

  private static void restore(Map<String, String> context) {
    if (context != null) {
      MDC.setContextMap(context);
    }
  }

  void restoredByHelper(String address) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    REPORTS.execute(
        () -> {
          restore(context);
          mailer.send(address, MDC.get("requestId"));
        });
  }

  public static void main(String[] arguments) {
    REPORTS.execute(() -> LOG.info("started as {}", MDC.get("instance")));
    REPORTS.shutdown();
  }
}
