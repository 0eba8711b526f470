package pitfalls.unawaitedtestassertion;

import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** JUnit 4 with Reactor's step verifier, which does nothing before it is asked to verify. */
public final class StepVerifierTest {
  private final Flux<Integer> prices = Flux.just(1, 2, 3);

  @Test
  public void expectationsOnly() {
    StepVerifier.create(prices)
        .expectNext(1, 2, 3)
        .expectComplete(); // expect: UnawaitedTestAssertion
  }

  @Test
  public void failureExpectedOnly() {
    StepVerifier.create(Mono.error(new IllegalStateException("sold out")))
        .expectError(IllegalStateException.class); // expect: UnawaitedTestAssertion
  }

  @Test
  public void lastStepForgotten() {
    StepVerifier.create(prices)
        .expectNext(1)
        .assertNext(price -> assertTrue(price > 1)); // expect: UnawaitedTestAssertion
  }

  @Test
  public void verifierNeverUsed() {
    StepVerifier verifier =
        StepVerifier.create(prices).expectNextCount(3).expectComplete(); // expect: UnawaitedTestAssertion
  }

  @Test
  public void subscribedAndLeft() {
    prices.subscribe(price -> assertTrue(price > 0)); // expect: UnawaitedTestAssertion
  }

  @Test
  public void verified() {
    StepVerifier.create(prices).expectNext(1, 2, 3).verifyComplete();
  }

  @Test
  public void verifiedWithATimeLimit() {
    StepVerifier.create(prices)
        .expectNextCount(3)
        .expectComplete()
        .verify(Duration.ofSeconds(1));
  }

  @Test
  public void verifiedLater() {
    StepVerifier verifier = StepVerifier.create(prices).expectNextCount(3).expectComplete();
    verifier.verify();
  }

  @Test
  public void thenAsserted() {
    StepVerifier.create(prices)
        .expectNextCount(3)
        .expectComplete()
        .verifyThenAssertThat()
        .hasNotDroppedErrors();
  }
}
