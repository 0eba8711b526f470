package pitfalls.blockingwaitinasynccontext;

import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;

/** What does the payment service answer? */
final class RemotePaymentGateway implements PaymentGateway {
  private final WebClient web;

  RemotePaymentGateway(WebClient web) {
    this.web = web;
  }

  @Override
  public boolean isPaid(String order) {
    return Boolean.TRUE.equals(ask("/payments/" + order, Boolean.class));
  }

  @Override
  public String receiptOf(String order) {
    return ask("/receipts/" + order, String.class);
  }

  private <T> T ask(String path, Class<T> type) {
    return web.get().uri(path).retrieve().bodyToMono(type).block(Duration.ofSeconds(3));
  }
}
