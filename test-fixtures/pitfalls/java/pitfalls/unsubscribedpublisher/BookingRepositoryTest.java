package pitfalls.unsubscribedpublisher;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A test class: stubbing and verifying mention publishers without running them. */
final class BookingRepositoryTest {
  private final BookingRepository bookings = mock(BookingRepository.class);

  @Test
  void stubsACall() {
    when(bookings.findById("1")).thenReturn(Mono.just(new Booking("1", "ann", 2)));
  }

  @Test
  void verifiesACall() {
    List.of("1", "2").forEach(id -> verify(bookings).deleteById(id));
    verify(bookings).save(any());
  }

  @Test
  void assemblesOnly() {
    bookings.deleteById("1");
  }
}
