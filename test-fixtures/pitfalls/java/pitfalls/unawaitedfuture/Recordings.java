package pitfalls.unawaitedfuture;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.concurrent.CompletableFuture;
import org.mockito.InOrder;

/** What do shared helpers of tests record, which start nothing? They may stand outside of test folders. */
final class Recordings {
  private final OrderStore store = mock(OrderStore.class);

  void verified(Order order) {
    verify(store).saveAsync(order);
    verify(store, never()).saveAsync(any());
  }

  void verifiedInOrder(Order first, Order second) {
    InOrder inOrder = inOrder(store);
    inOrder.verify(store).saveAsync(first);
    inOrder.verify(store).saveAsync(second);
  }

  void stubbed(Order order) {
    doReturn(CompletableFuture.completedFuture(null)).when(store).saveAsync(order);
    willReturn(CompletableFuture.completedFuture(null)).given(store).saveAsync(any());
  }

  void verifiedInWords(Order order) {
    then(store).should().saveAsync(order);
  }

  void savedThrough(OrderStore real, Order order) {
    real.saveAsync(order); // expect: UnawaitedFuture
  }
}
