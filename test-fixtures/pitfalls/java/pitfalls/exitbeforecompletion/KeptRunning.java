package pitfalls.exitbeforecompletion;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Programs with an ordinary thread go on after main has returned. */
final class KeptRunning {
  private KeptRunning() {}

  private static void warmUp(String cache) {
    System.out.println("warming up " + cache);
  }

  private static Void failed(Throwable failure) {
    System.err.println("failed: " + failure.getMessage());
    return null;
  }

  static final class ServerThatWarmsUp {
    public static void main(String[] arguments) throws IOException {
      HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
      CompletableFuture.runAsync(() -> warmUp("prices")).exceptionally(KeptRunning::failed);
      server.start();
    }
  }

  static final class OwnPool {
    public static void main(String[] arguments) {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      CompletableFuture.runAsync(() -> warmUp("prices"), pool)
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  failed(failure);
                }
                pool.shutdown();
              });
    }
  }

  static final class OwnThread {
    public static void main(String[] arguments) {
      new Thread(() -> warmUp("users")).start();
      CompletableFuture.runAsync(() -> warmUp("prices")).exceptionally(KeptRunning::failed);
    }
  }

  static final class OnATimer {
    public static void main(String[] arguments) {
      new Timer()
          .schedule(
              new TimerTask() {
                @Override
                public void run() {
                  warmUp("users");
                }
              },
              1_000);
      CompletableFuture.runAsync(() -> warmUp("prices")).exceptionally(KeptRunning::failed);
    }
  }

  static final class OnVertx {
    public static void main(String[] arguments) {
      Vertx vertx = Vertx.vertx();
      vertx.setTimer(1_000, id -> warmUp("users"));
      CompletableFuture.runAsync(() -> warmUp("prices")).exceptionally(KeptRunning::failed);
    }
  }

  interface Application {
    void run();
  }

  static final class UnknownApplication {
    private static Application application;

    public static void main(String[] arguments) {
      CompletableFuture.runAsync(() -> warmUp("prices")).exceptionally(KeptRunning::failed);
      application.run();
    }
  }

  static final class WaitsInAHelper {
    private static void await(CompletableFuture<?> work) {
      work.join();
    }

    public static void main(String[] arguments) {
      await(CompletableFuture.runAsync(() -> warmUp("prices")));
    }
  }
}
