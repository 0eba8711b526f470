package shop;

import java.util.concurrent.CompletableFuture;

/** Loads prices slowly. */
public final class Prices {
  public String load(String product) {
    pause();
    return product;
  }

  public CompletableFuture<String> refresh(String order) {
    return CompletableFuture.supplyAsync(order::trim);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
