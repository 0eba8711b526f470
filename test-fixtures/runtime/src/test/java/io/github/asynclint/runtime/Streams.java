package io.github.asynclint.runtime;

import io.reactivex.rxjava3.core.Flowable;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which lists, futures and publishers does a fixture's method get? */
final class Streams {
  private final Function<Type, Object> elements;
  private final ScheduledExecutorService workers;
  private final Variant variant;

  Streams(Function<Type, Object> elements, ScheduledExecutorService workers, Variant variant) {
    this.elements = elements;
    this.workers = workers;
    this.variant = variant;
  }

  /** Whether other variants than the full one make sense for an argument of this type. */
  static boolean varies(Class<?> type) {
    return List.of(List.class, Mono.class, Flux.class, Flowable.class).contains(type);
  }

  Object make(Class<?> type, Type element) {
    Object value = elements.apply(element);
    IllegalStateException broken = new IllegalStateException("broken stream");
    if (type == List.class) {
      return list(value, broken);
    }
    if (type == Optional.class) {
      return Optional.of(value);
    }
    if (type == CompletableFuture.class) {
      // Completed later by another thread, as futures of services are.
      CompletableFuture<Object> future = new CompletableFuture<>();
      workers.schedule(() -> future.complete(value), 200, TimeUnit.MILLISECONDS);
      return future;
    }
    if (type == BlockingQueue.class) {
      BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
      workers.schedule(() -> queue.add(value), 200, TimeUnit.MILLISECONDS);
      return queue;
    }
    if (type == Mono.class) {
      // Arrives on a parallel thread, as what clients return arrives on their event loop.
      return switch (variant) {
        case FULL -> Mono.just(value).delayElement(Duration.ofMillis(20));
        case EMPTY -> Mono.empty();
        case FAILING -> Mono.error(broken);
      };
    }
    if (type == Flux.class) {
      return switch (variant) {
        case FULL -> Flux.just(value);
        case EMPTY -> Flux.empty();
        case FAILING -> Flux.concat(Flux.just(value), Flux.error(broken));
      };
    }
    if (type == Flowable.class) {
      return switch (variant) {
        case FULL -> Flowable.just(value);
        case EMPTY -> Flowable.empty();
        case FAILING -> Flowable.error(broken);
      };
    }
    if (type == Uni.class) {
      return Uni.createFrom().item(value);
    }
    throw new IllegalArgumentException("no argument of " + type);
  }

  private List<Object> list(Object value, IllegalStateException broken) {
    return switch (variant) {
      case FULL -> List.of(value);
      case EMPTY -> List.of();
      case FAILING ->
          new AbstractList<>() {
            @Override
            public Object get(int index) {
              if (index > 0) {
                throw broken;
              }
              return value;
            }

            @Override
            public int size() {
              return 2;
            }
          };
    };
  }
}
