package pitfalls.unawaitedtestassertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import reactor.core.scheduler.Schedulers;

/** Tests that end before their callbacks have run, and tests that wait for them. */
final class PriceServiceTest {
  private final PriceService service = mock(PriceService.class);

  @Test
  void priceIsNeverLookedAt() {
    service.price("pen").thenAccept(price -> assertEquals(3, price)); // expect: UnawaitedTestAssertion
  }

  @Test
  void failureIsNeverLookedAt() {
    service
        .price("nothing")
        .whenComplete(
            (price, failure) -> {
              assertNull(price); // expect: UnawaitedTestAssertion
              assertNotNull(failure);
            });
  }

  @Test
  void referenceAsACallback() {
    service.price("pen").thenAccept(Assertions::assertNotNull); // expect: UnawaitedTestAssertion
  }

  @Test
  void subscribedAndLeft() {
    service
        .discount("ann")
        .subscribe(discount -> assertThat(discount).isLessThan(10)); // expect: UnawaitedTestAssertion
  }

  @Test
  void movedToAnotherThread() {
    service
        .history("pen")
        .publishOn(Schedulers.parallel())
        .doOnNext(price -> assertTrue(price > 0)) // expect: UnawaitedTestAssertion
        .subscribe();
  }

  @Test
  void handlerOfVertx() {
    service
        .quote("pen")
        .onComplete(
            result -> {
              assertTrue(result.succeeded()); // expect: UnawaitedTestAssertion
              assertEquals(3, result.result());
            });
  }

  @Test
  void inATaskOfItsOwn() {
    AtomicInteger orders = new AtomicInteger();
    CompletableFuture.runAsync(
        () -> assertEquals(0, orders.get())); // expect: UnawaitedTestAssertion
  }

  @Test
  void inAThreadOfItsOwn() {
    new Thread(
            () ->
                assertEquals("main", Thread.currentThread().getName())) // expect: UnawaitedTestAssertion
        .start();
  }

  @Test
  void joined() {
    service
        .price("pen")
        .thenAccept(price -> assertEquals(3, price))
        .orTimeout(1, TimeUnit.SECONDS)
        .join();
  }

  @Test
  void assertedOnTheResult() {
    assertEquals(3, service.price("pen").orTimeout(1, TimeUnit.SECONDS).join());
  }

  @Test
  void blocked() {
    service
        .discount("ann")
        .doOnNext(discount -> assertThat(discount).isLessThan(10))
        .block(Duration.ofSeconds(1));
  }

  @Test
  void latched() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    service
        .price("pen")
        .thenAccept(
            price -> {
              assertEquals(3, price);
              done.countDown();
            });
    assertTrue(done.await(1, TimeUnit.SECONDS));
  }

  @Test
  void slept() throws InterruptedException {
    service.discount("ann").subscribe(discount -> assertThat(discount).isLessThan(10));
    Thread.sleep(500);
  }

  @Test
  void waitedForByAHelper() {
    await(service.price("pen").thenAccept(price -> assertEquals(3, price)));
  }

  private static void await(CompletableFuture<?> future) {
    future.orTimeout(1, TimeUnit.SECONDS).join();
  }

  @Test
  CompletableFuture<Void> returnedToTheRunner() {
    return service.price("pen").thenAccept(price -> assertEquals(3, price));
  }

  @Test
  void completedThroughAContext(TestInfo context) {
    service.price(context.getDisplayName()).thenAccept(price -> assertEquals(3, price));
  }

  @Test
  void runsInTheTestItself() {
    List.of(1, 2, 3).forEach(price -> assertTrue(price > 0));
    assertThrows(CompletionException.class, () -> service.price("nothing").join());
  }

  @Test
  void stubbed() {
    when(service.price("pen"))
        .thenAnswer(
            call -> {
              assertEquals("pen", call.getArgument(0));
              return CompletableFuture.completedFuture(3);
            });
  }

  private void checkedByTheCaller(CompletableFuture<Integer> price) {
    price.thenAccept(each -> assertEquals(3, each));
  }

  @Test
  void checksTwice() {
    CompletableFuture<Integer> price = service.price("pen");
    checkedByTheCaller(price);
    price.join();
  }
}
