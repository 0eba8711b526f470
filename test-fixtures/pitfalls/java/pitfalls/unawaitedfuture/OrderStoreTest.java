package pitfalls.unawaitedfuture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A test class: stubbing, verifying and fire-and-forget set-up are what tests do. */
final class OrderStoreTest {
  private final OrderStore store = mock(OrderStore.class);

  @Test
  void verifiesACall() {
    verify(store).saveAsync(new Order("1", "ann", 100));
    verify(store, never()).deleteAsync(any());
  }

  @Test
  void stubsACall() {
    when(store.loadAsync("1"))
        .thenReturn(CompletableFuture.completedFuture(new Order("1", "ann", 100)));
  }

  @Test
  void startsAndForgets() {
    store.saveAsync(new Order("2", "bob", 200));
    List.of("1", "2").forEach(store::deleteAsync);
  }

  @Test
  void expectsAThrow() {
    assertThrows(NullPointerException.class, () -> store.saveAsync(null));
  }
}
