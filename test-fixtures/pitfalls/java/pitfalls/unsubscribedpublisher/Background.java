package pitfalls.unsubscribedpublisher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Helpers that start what they are given. */
final class Background {
  private static final Logger log = LoggerFactory.getLogger(Background.class);

  private Background() {}

  static void start(Mono<?> work) {
    work.subscribe(done -> log.debug("done"), failure -> log.error("failed", failure));
  }

  static <T> Mono<T> started(Mono<T> work) {
    Mono<T> shared = work.cache();
    shared.subscribe(done -> log.debug("done"), failure -> log.error("failed", failure));
    return shared;
  }
}
