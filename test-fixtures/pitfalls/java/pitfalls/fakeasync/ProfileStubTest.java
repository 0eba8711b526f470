package pitfalls.fakeasync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** May a test's stand-in complete its futures at once? */
class ProfileStubTest {
  private final ProfileRepository profiles = new ProfileRepository(null);

  @Test
  void completesAtOnce() {
    assertEquals("a", completed("a").join().id());
    assertEquals("b", just("b").map(Profile::id).block());
  }

  private CompletableFuture<Profile> completed(String id) {
    return CompletableFuture.completedFuture(profiles.load(id));
  }

  private Mono<Profile> just(String id) {
    return Mono.just(profiles.load(id));
  }
}
