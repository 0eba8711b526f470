package pitfalls.eagerpublisherargument;

import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** How is the remote help desk asked? With futures and with publishers. */
public interface TicketClient {
  CompletableFuture<Ticket> fetch(String id);

  CompletableFuture<Ticket> open(String subject);

  Mono<Ticket> find(String id);
}
