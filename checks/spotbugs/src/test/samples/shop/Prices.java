package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Loads prices slowly. */
public final class Prices {
  private final Executor workers = Executors.newFixedThreadPool(2);

  public String load(String product) {
    pause();
    return product;
  }

  public CompletableFuture<String> refresh(String order) {
    return CompletableFuture.supplyAsync(order::trim, workers);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
