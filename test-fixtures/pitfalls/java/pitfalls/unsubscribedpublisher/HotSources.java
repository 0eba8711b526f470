package pitfalls.unsubscribedpublisher;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Sinks, processors and connectable sources: emitting and connecting is the whole point. */
final class HotSources {
  private final Sinks.Many<Booking> changes = Sinks.many().multicast().onBackpressureBuffer();
  private final Sinks.One<Booking> first = Sinks.one();

  void emittedNext(Booking booking) {
    changes.tryEmitNext(booking);
  }

  void emittedNextOrFail(Booking booking) {
    changes.emitNext(booking, Sinks.EmitFailureHandler.FAIL_FAST);
  }

  void emittedValue(Booking booking) {
    first.tryEmitValue(booking);
  }

  Flux<Booking> connected(Flux<Booking> source) {
    ConnectableFlux<Booking> shared = source.publish();
    shared.connect();
    return shared;
  }

  Mono<Booking> firstBooking() {
    return first.asMono();
  }

  Flux<Booking> emittedFromAGenerator(Iterable<Booking> stays) {
    return Flux.create(
        sink -> {
          for (Booking booking : stays) {
            sink.next(booking);
          }
          sink.complete();
        });
  }

  /** A publisher of the program's own whose methods are fluent. */
  static final class Board implements Publisher<Booking> {
    private final Sinks.Many<Booking> sink = Sinks.many().multicast().directBestEffort();

    Board post(Booking booking) {
      sink.tryEmitNext(booking);
      return this;
    }

    @Override
    public void subscribe(Subscriber<? super Booking> subscriber) {
      sink.asFlux().subscribe(subscriber);
    }
  }

  Board fluentPublisher(Booking one, Booking two) {
    Board board = new Board();
    board.post(one);
    board.post(two);
    return board;
  }
}
