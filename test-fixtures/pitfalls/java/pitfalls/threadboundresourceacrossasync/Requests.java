package pitfalls.threadboundresourceacrossasync;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A request is over, and its object used for another one, when the servlet has returned. */
final class Requests {
  interface Audit {
    void visited(String user, String path);
  }

  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(4);

  static final class AuditedPage extends HttpServlet {
    private final transient Audit audit;

    AuditedPage(Audit audit) {
      this.audit = audit;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      WORKERS.execute(
          () ->
              audit.visited(
                  request.getRemoteUser(), // expect: ThreadBoundResourceAcrossAsync
                  "page"));
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
      WORKERS.execute(
          () -> response.setStatus(202)); // expect: ThreadBoundResourceAcrossAsync
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {
      String user = request.getRemoteUser();
      WORKERS.execute(() -> audit.visited(user, "page"));
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext async = request.startAsync();
      WORKERS.execute(
          () -> {
            audit.visited(request.getRemoteUser(), "page");
            response.setStatus(204);
            async.complete();
          });
    }
  }

  private final Audit audit;

  Requests(Audit audit) {
    this.audit = audit;
  }

  CompletableFuture<String> futureThatKeepsTheRequestOpen(HttpServletRequest request) {
    return CompletableFuture.supplyAsync(() -> "hello " + request.getRemoteUser(), WORKERS);
  }

  String controllerThatAudits(HttpServletRequest request) {
    WORKERS.execute(
        () -> audit.visited("anybody", request.getRequestURI())); // expect: ThreadBoundResourceAcrossAsync
    return "page";
  }
}
