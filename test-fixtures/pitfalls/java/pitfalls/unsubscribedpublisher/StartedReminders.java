package pitfalls.unsubscribedpublisher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Subscribes at once and returns the cached outcome to whoever is interested. */
final class StartedReminders implements Reminders {
  private static final Logger log = LoggerFactory.getLogger(StartedReminders.class);

  private final BookingRepository reminders;

  StartedReminders(BookingRepository reminders) {
    this.reminders = reminders;
  }

  @Override
  public Mono<Void> schedule(Booking booking) {
    return Background.started(reminders.save(booking).then());
  }

  Mono<Void> cancel(Booking booking) {
    return reminders
        .deleteById(booking.id())
        .doOnError(failure -> log.warn("reminder stays", failure));
  }
}
