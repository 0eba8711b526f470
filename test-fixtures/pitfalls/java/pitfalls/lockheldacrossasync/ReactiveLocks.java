package pitfalls.lockheldacrossasync;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Locks taken while a pipeline is built and given back by one of its callbacks. */
final class ReactiveLocks {
  record Seat(int row, int number) {}

  interface Seats {
    Uni<Seat> reserve(Seat seat);

    Single<Seat> reserveRx(Seat seat);
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final WebClient web;
  private final Seats seats;
  private final List<Seat> wanted = new CopyOnWriteArrayList<>();

  ReactiveLocks(WebClient web, Seats seats) {
    this.web = web;
    this.seats = seats;
  }

  private Mono<Seat> reserve(Seat seat) {
    return web.post().uri("/seats").bodyValue(seat).retrieve().bodyToMono(Seat.class);
  }

  Mono<Seat> reactorDoFinally(Seat seat) {
    lock.lock();
    return reserve(seat).doFinally(signal -> lock.unlock()); // expect: LockHeldAcrossAsync
  }

  Mono<Seat> reactorDoOnTerminate(Seat seat) {
    lock.lock();
    wanted.add(seat);
    return reserve(seat)
        .map(booked -> new Seat(booked.row(), booked.number()))
        .doOnTerminate(lock::unlock); // expect: LockHeldAcrossAsync
  }

  Uni<Seat> mutinyOnTermination(Seat seat) {
    lock.lock();
    return seats.reserve(seat).onTermination().invoke(lock::unlock); // expect: LockHeldAcrossAsync
  }

  Uni<Seat> mutinyEventually(Seat seat) {
    lock.lock();
    return seats.reserve(seat).eventually(() -> lock.unlock()); // expect: LockHeldAcrossAsync
  }

  Single<Seat> rxDoFinally(Seat seat) {
    lock.lock();
    return seats
        .reserveRx(seat)
        .subscribeOn(Schedulers.io())
        .doFinally(lock::unlock); // expect: LockHeldAcrossAsync
  }

  Completable rxDoOnEvent(Seat seat) {
    lock.lock();
    return seats
        .reserveRx(seat)
        .doOnEvent(
            (booked, failure) -> {
              wanted.remove(seat);
              lock.unlock(); // expect: LockHeldAcrossAsync
            })
        .ignoreElement();
  }

  // Silent from here on.

  Mono<Seat> reactorReleasedBefore(Seat seat) {
    lock.lock();
    try {
      wanted.add(seat);
    } finally {
      lock.unlock();
    }
    return reserve(seat);
  }

  Uni<Seat> mutinyReleasedBefore(Seat seat) {
    lock.lock();
    try {
      wanted.add(seat);
      return seats.reserve(seat);
    } finally {
      lock.unlock();
    }
  }

  Single<Seat> rxTakenAndReleasedInCallback(Seat seat) {
    return seats
        .reserveRx(seat)
        .observeOn(Schedulers.io())
        .doOnSuccess(
            booked -> {
              lock.lock();
              try {
                wanted.remove(booked);
              } finally {
                lock.unlock();
              }
            });
  }
}
