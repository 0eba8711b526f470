package pitfalls.nevercompletedfuture;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A payment provider's client, in the styles that such clients come in. */
interface PaymentGateway {
  /** An order that is to be paid. */
  record Order(String id, int cents) {}

  /** What the provider says of a payment. */
  record Receipt(String id, Status status) {}

  /** How far a payment has come. */
  enum Status {
    PAID,
    REFUSED,
    PENDING
  }

  /** Told once how a payment ended. */
  interface Listener {
    void onReceipt(Receipt receipt);

    void onFailure(Throwable failure);
  }

  void charge(Order order, Listener listener);

  void charge(Order order, Consumer<Receipt> onReceipt, Consumer<Throwable> onFailure);

  /** Answers with null if there is no receipt. */
  void ask(Order order, Consumer<Receipt> answer);

  Receipt read(String number);

  CompletableFuture<Receipt> chargeAsync(Order order);

  Receipt chargeNow(Order order) throws IOException;
}
