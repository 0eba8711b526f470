package shop;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/** Places orders: what the tests of the plugin let SpotBugs look at. */
public final class Checkout {
  private final Prices prices;
  private final Vertx vertx;

  public Checkout(Vertx vertx, Prices prices) {
    this.vertx = vertx;
    this.prices = prices;
  }

  public void place(String order) {
    prices.refresh(order);
  }

  public void pollPrices() {
    vertx.setTimer(
        100,
        id -> {
          prices.load(String.valueOf(id));
        });
  }

  public CompletableFuture<String> placeAndTell(String order) {
    return prices.refresh(order);
  }

  /** Sends mails in the background. */
  public final class Mails {
    public Mails(String sender) {
      prices.refresh(sender);
    }
  }
}
