package pitfalls.unsubscribedpublisher;

import reactor.core.publisher.Mono;

/** An interface with a sole implementation, which starts the work itself. */
interface Reminders {
  Mono<Void> schedule(Booking booking);
}
