package pitfalls.timeoutwithoutcancel;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/** Work that goes on after the one who wanted it has left. */
final class GivenUp {
  private static final Logger log = LoggerFactory.getLogger(GivenUp.class);

  /** Renders reports; takes a while. */
  interface Renderer {
    String render(String report);

    CompletableFuture<String> renderAsync(String report);
  }

  private final Renderer renderer;
  private final ExecutorService pool;

  GivenUp(Renderer renderer, ExecutorService pool) {
    this.renderer = renderer;
    this.pool = pool;
  }

  String fallback(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel definite
    } catch (TimeoutException e) {
      log.warn("report {} takes too long", report);
      return "later";
    }
  }

  String thrownOn(String report) throws InterruptedException, ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel definite
    } catch (TimeoutException e) {
      throw new IllegalStateException("report takes too long", e);
    }
  }

  String severalExceptions(String report) throws InterruptedException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel definite
    } catch (ExecutionException | TimeoutException e) {
      log.warn("no report {}", report, e);
      return "none";
    }
  }

  String inOneExpression(String report) throws InterruptedException, ExecutionException {
    try {
      return pool.submit(() -> renderer.render(report))
          .get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel definite
    } catch (TimeoutException e) {
      return "later";
    }
  }

  String onlyAfterAnInterrupt(String report) throws ExecutionException {
    Future<String> page = pool.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel
    } catch (TimeoutException e) {
      return "later";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  String guava(ListeningExecutorService workers, String report)
      throws InterruptedException, ExecutionException {
    ListenableFuture<String> page = workers.submit(() -> renderer.render(report));
    try {
      return page.get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel
    } catch (TimeoutException e) {
      return "later";
    }
  }

  String asyncMethod(String report) throws InterruptedException, ExecutionException {
    CompletableFuture<String> page = renderer.renderAsync(report);
    try {
      return page.get(2, TimeUnit.SECONDS); // expect: TimeoutWithoutCancel likely
    } catch (TimeoutException e) {
      return "later";
    }
  }

  int httpRequest(HttpClient client, HttpRequest request)
      throws InterruptedException, ExecutionException {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(2, TimeUnit.SECONDS).statusCode(); // expect: TimeoutWithoutCancel likely
    } catch (TimeoutException e) {
      return 504;
    }
  }

  long awsRequest(S3AsyncClient s3, HeadObjectRequest request)
      throws InterruptedException, ExecutionException {
    try {
      return s3.headObject(request)
          .get(2, TimeUnit.SECONDS) // expect: TimeoutWithoutCancel likely
          .contentLength();
    } catch (TimeoutException e) {
      return -1;
    }
  }

  void oneAfterTheOther(Iterable<String> reports) throws InterruptedException, ExecutionException {
    for (String report : reports) {
      Future<String> page = pool.submit(() -> renderer.render(report));
      try {
        log.info("{}", page.get(2, TimeUnit.SECONDS)); // expect: TimeoutWithoutCancel
      } catch (TimeoutException e) {
        log.warn("report {} takes too long", report);
      }
    }
  }
}
