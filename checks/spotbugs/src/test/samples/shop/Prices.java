package shop;

/** Loads prices slowly. */
public final class Prices {
  public String load(String product) {
    pause();
    return product;
  }

  public void refresh(String order) {
    order.trim();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
