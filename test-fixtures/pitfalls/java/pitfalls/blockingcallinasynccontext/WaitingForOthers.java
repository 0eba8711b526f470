package pitfalls.blockingcallinasynccontext;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Do handlers wait for permits, locks, queues, processes or resources? */
final class WaitingForOthers {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingForOthers.class);

  private final Vertx vertx;
  private final CartRepository carts;
  private final Semaphore permits = new Semaphore(8);
  private final BlockingQueue<Cart> inbox;
  private final Map<String, String> labels = new ConcurrentHashMap<>();
  private final Lock stockLock = new ReentrantLock();
  private final Condition stockChanged = stockLock.newCondition();
  private final ReentrantLock reportLock = new ReentrantLock();
  private final ReentrantLock counterLock = new ReentrantLock();
  private long hits;
  private long stock;

  WaitingForOthers(Vertx vertx, CartRepository carts, BlockingQueue<Cart> inbox) {
    this.vertx = vertx;
    this.carts = carts;
    this.inbox = inbox;
  }

  void acquirePermit(Router router) {
    router
        .get("/limited")
        .handler(
            rc -> {
              permits.acquireUninterruptibly(); // expect: BlockingCallInAsyncContext
              try {
                rc.json(carts.recent(rc.pathParam("id")));
              } finally {
                permits.release();
              }
            });
  }

  void tryPermit(Router router) {
    router
        .get("/limited/try")
        .handler(
            rc -> {
              if (!permits.tryAcquire()) {
                rc.fail(429);
                return;
              }
              try {
                rc.json(carts.recent(rc.pathParam("id")));
              } finally {
                permits.release();
              }
            });
  }

  void takeFromQueue(Router router) {
    router
        .get("/next")
        .handler(
            rc -> {
              try {
                rc.json(inbox.take()); // expect: BlockingCallInAsyncContext definite
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              }
            });
  }

  void pollWithTimeout(Router router) {
    router
        .get("/next/timed")
        .handler(
            rc -> {
              try {
                rc.json(inbox.poll(5, TimeUnit.SECONDS)); // expect: BlockingCallInAsyncContext
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              }
            });
  }

  void pollWithoutTimeout(Router router) {
    router.get("/next/now").handler(rc -> rc.json(inbox.poll()));
  }

  void awaitCondition(Router router) {
    router
        .get("/stock/wait")
        .handler(
            rc -> {
              stockLock.lock();
              try {
                while (stock == 0) {
                  stockChanged.await(); // expect: BlockingCallInAsyncContext
                }
                rc.json(stock);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              } finally {
                stockLock.unlock();
              }
            });
  }

  void restock(long delivered) {
    stockLock.lock();
    try {
      stock = delivered;
      stockChanged.signalAll();
    } finally {
      stockLock.unlock();
    }
  }

  void lockHeldElsewhereAcrossIo(Router router) {
    router
        .get("/report/state")
        .handler(
            rc -> {
              reportLock.lock(); // missed-alarm: BlockingCallInAsyncContext - who else holds the lock, and for how long, is not asked
              try {
                rc.json(carts.recent("report"));
              } finally {
                reportLock.unlock();
              }
            });
  }

  void tryLockHeldElsewhere(Router router) {
    router
        .get("/report/try")
        .handler(
            rc -> {
              if (!reportLock.tryLock()) {
                rc.fail(409);
                return;
              }
              try {
                rc.json(carts.recent("report"));
              } finally {
                reportLock.unlock();
              }
            });
  }

  void writeReport() {
    reportLock.lock();
    try {
      carts.save(carts.load("report")); // expect: LockHeldWhileWaiting
    } finally {
      reportLock.unlock();
    }
  }

  void shortLock(Router router) {
    router
        .get("/hits/locked")
        .handler(
            rc -> {
              counterLock.lock();
              try {
                rc.json(labels.size());
              } finally {
                counterLock.unlock();
              }
            });
  }

  void shortSynchronizedSection(Router router) {
    router.get("/hits").handler(rc -> rc.json(nextHit()));
  }

  private synchronized long nextHit() {
    hits++;
    return hits;
  }

  void waitForProcess(Router router, Process exporter) {
    router
        .post("/export")
        .handler(
            rc -> {
              try {
                rc.json(exporter.waitFor()); // expect: BlockingCallInAsyncContext definite
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              }
            });
  }

  void classPathResource(Router router) {
    router
        .get("/help")
        .handler(
            rc -> {
              try {
                rc.end(helpPage()); // expect: BlockingCallInAsyncContext
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  void classPathResourceBeforeTheRoutes(Router router) throws IOException {
    String help = helpPage();
    router.get("/help/early").handler(rc -> rc.end(help));
  }

  private static String helpPage() throws IOException {
    try (InputStream help = WaitingForOthers.class.getResourceAsStream("/help.html")) {
      return new String(help.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void inMemoryStream(Router router) {
    router
        .post("/first")
        .handler(
            rc -> {
              byte[] body = rc.body().buffer().getBytes();
              rc.json(new ByteArrayInputStream(body).read());
            });
  }

  void sleepThroughTimeUnit(Router router) {
    router
        .post("/slow-down")
        .handler(
            rc -> {
              try {
                TimeUnit.SECONDS.sleep(1); // expect: BlockingCallInAsyncContext definite
                rc.end();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                rc.fail(e);
              }
            });
  }

  void delayWithTimer(Router router) {
    router.post("/slow-down/timer").handler(rc -> vertx.setTimer(1_000, id -> rc.next()));
  }

  void sleepInExecuteBlocking(Router router) {
    router
        .post("/slow-down/worker")
        .handler(
            rc ->
                vertx
                    .executeBlocking(
                        () -> {
                          Thread.sleep(1_000);
                          return "slept";
                        })
                    .onSuccess(rc::end)
                    .onFailure(rc::fail));
  }

  void concurrentMap(Router router) {
    router
        .get("/label/:id")
        .handler(rc -> rc.end(labels.computeIfAbsent(rc.pathParam("id"), id -> "label " + id)));
  }

  void logging(Router router) {
    router
        .route()
        .handler(
            rc -> {
              LOG.info("{} {}", rc.request().method(), rc.normalizedPath());
              System.out.println(rc.normalizedPath());
              rc.next();
            });
  }

  void classLoading(Router router) {
    router
        .get("/driver/:name")
        .handler(
            rc -> {
              try {
                Class<?> driver = Class.forName(rc.pathParam("name"));
                long plugins = ServiceLoader.load(driver).stream().count();
                rc.end(driver.getSimpleName() + plugins);
              } catch (ClassNotFoundException e) {
                rc.fail(404);
              }
            });
  }
}
