package pitfalls.pinnedvirtualthread;

import io.micronaut.scheduling.LoomSupport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** A service compiled for Java 21, whose virtual threads keep their platform thread in a monitor. */
@Path("/catalog")
public class CatalogOn21 {
  private final Object lock = new Object();
  private final ReentrantLock fairLock = new ReentrantLock();
  private final Map<String, String> cache = new ConcurrentHashMap<>();
  private final AtomicLong hits = new AtomicLong();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Connection connection;
  private final VirtualThreadTaskExecutor spring = new VirtualThreadTaskExecutor("catalog-");
  private final ExecutorService perTask =
      LoomSupport.newThreadPerTaskExecutor(LoomSupport.newVirtualThreadFactory("import-"));
  private String status = "new";

  public CatalogOn21(Connection connection) {
    this.connection = connection;
  }

  @GET
  @Path("/{id}/title")
  @RunOnVirtualThread
  public String queryInSynchronized(@PathParam("id") String id) throws SQLException {
    synchronized (lock) {
      PreparedStatement query = connection.prepareStatement("select title from item where id = ?");
      query.setString(1, id);
      ResultSet rows = query.executeQuery(); // expect: PinnedVirtualThread
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @GET
  @Path("/{id}/price")
  @RunOnVirtualThread
  public synchronized String requestInASynchronizedMethod(@PathParam("id") String id)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://prices/" + id)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body(); // expect: PinnedVirtualThread definite
  }

  void handedToSpring(String id) {
    spring.execute(
        () -> {
          synchronized (cache) {
            cache.put(id, fetch(id)); // expect: PinnedVirtualThread
          }
        });
  }

  private String fetch(String id) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://items/" + id)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (Exception e) {
      return "";
    }
  }

  void handedToOneForEachTask(List<String> ids) {
    for (String id : ids) {
      perTask.execute(() -> store(id));
    }
  }

  private void store(String id) {
    synchronized (lock) {
      try (PreparedStatement insert = connection.prepareStatement("insert into item values (?)")) {
        insert.setString(1, id);
        insert.executeUpdate(); // expect: PinnedVirtualThread
      } catch (SQLException e) {
        status = e.getMessage();
      }
    }
  }

  @GET
  @Path("/stock")
  @RunOnVirtualThread
  public String joinInSynchronized() {
    CompletableFuture<String> stock = stockAsync();
    synchronized (lock) {
      status = stock.join(); // expect: PinnedVirtualThread
      return status;
    }
  }

  private CompletableFuture<String> stockAsync() {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://stock")).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  @GET
  @Path("/backoff")
  @RunOnVirtualThread
  public String sleepInSynchronized() throws InterruptedException {
    synchronized (this) {
      Thread.sleep(100); // expect: PinnedVirtualThread
      return status;
    }
  }

  @GET
  @Path("/changed")
  @RunOnVirtualThread
  public String waitForANotification() throws InterruptedException {
    synchronized (lock) {
      while (status.equals("new")) {
        lock.wait(); // expect: PinnedVirtualThread
      }
      return status;
    }
  }

  @GET
  @Path("/{id}/cached")
  @RunOnVirtualThread
  public String loadInAMapsBin(@PathParam("id") String id) {
    ConcurrentHashMap<String, String> titles = new ConcurrentHashMap<>(cache);
    return titles.computeIfAbsent(id, key -> fetch(key)); // expect: PinnedVirtualThread
  }

  void startedByHand(CountDownLatch ready) {
    Thread thread =
        LoomSupport.unstarted(
            "warm-up",
            builder -> {},
            () -> {
              synchronized (lock) {
                awaitQuietly(ready); // expect: PinnedVirtualThread
              }
            });
    thread.start();
  }

  private static void awaitQuietly(CountDownLatch ready) {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @GET
  @Path("/{id}/locked")
  @RunOnVirtualThread
  public String shortWorkInSynchronized(@PathParam("id") String id) {
    synchronized (lock) {
      hits.incrementAndGet();
      return cache.getOrDefault(id, status);
    }
  }

  @GET
  @Path("/{id}/fetched")
  @RunOnVirtualThread
  public String waitBeforeTheMonitor(@PathParam("id") String id) {
    String title = fetch(id);
    synchronized (lock) {
      cache.put(id, title);
      return title;
    }
  }

  @GET
  @Path("/unlocked")
  @RunOnVirtualThread
  public String waitWithoutAMonitor() throws InterruptedException {
    Thread.sleep(10);
    return status;
  }

  /** A ReentrantLock lets the platform thread go; that others wait for the lock is another matter. */
  @GET
  @Path("/{id}/fair")
  @RunOnVirtualThread
  public String waitUnderAReentrantLock(@PathParam("id") String id) {
    fairLock.lock();
    try {
      return fetch(id); // expect: LockHeldWhileWaiting
    } finally {
      fairLock.unlock();
    }
  }

  /** Reading a file keeps the platform thread with and without a monitor. */
  @GET
  @Path("/{id}/text")
  @RunOnVirtualThread
  public String fileInSynchronized(@PathParam("id") String id) throws java.io.IOException {
    synchronized (lock) {
      return Files.readString(java.nio.file.Path.of(id)); // expect: LockHeldWhileWaiting likely
    }
  }

  /** Not a virtual thread, as far as anybody can see. */
  String callerOfAnyKind(String id) {
    synchronized (lock) {
      return fetch(id); // expect: LockHeldWhileWaiting
    }
  }

  @GET
  @Path("/async")
  @RunOnVirtualThread
  public String startedInSynchronized() {
    CompletableFuture<String> stock;
    synchronized (lock) {
      stock = stockAsync();
    }
    return stock.join();
  }
}
