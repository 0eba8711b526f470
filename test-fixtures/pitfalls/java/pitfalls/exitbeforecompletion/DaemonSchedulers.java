package pitfalls.exitbeforecompletion;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The schedulers of Reactor and RxJava have daemon threads only. */
final class DaemonSchedulers {
  private DaemonSchedulers() {}

  private static String load(String id) {
    return "order " + id;
  }

  static final class ReactorElastic {
    public static void main(String[] arguments) {
      Mono.fromCallable(() -> load(arguments[0]))
          .subscribeOn(Schedulers.boundedElastic())
          .subscribe(System.out::println, Throwable::printStackTrace); // expect: ExitBeforeCompletion
    }
  }

  static final class ReactorInterval {
    public static void main(String[] arguments) {
      Flux.interval(Duration.ofSeconds(1))
          .take(10)
          .map(tick -> load("no. " + tick))
          .subscribe(System.out::println, Throwable::printStackTrace); // expect: ExitBeforeCompletion
    }
  }

  static final class ReactorParallel {
    public static void main(String[] arguments) {
      Flux.just("1", "2")
          .publishOn(Schedulers.parallel())
          .map(DaemonSchedulers::load)
          .subscribe(System.out::println, Throwable::printStackTrace); // expect: ExitBeforeCompletion
    }
  }

  static final class RxComputation {
    public static void main(String[] arguments) {
      Observable.interval(1, TimeUnit.SECONDS)
          .take(10)
          .map(tick -> load("no. " + tick))
          .subscribe(System.out::println, Throwable::printStackTrace); // expect: ExitBeforeCompletion
    }
  }

  static final class RxIo {
    public static void main(String[] arguments) {
      Single.fromCallable(() -> load(arguments[0]))
          .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
          .subscribe(System.out::println, Throwable::printStackTrace); // expect: ExitBeforeCompletion
    }
  }

  static final class ReactorBlocks {
    public static void main(String[] arguments) {
      String order =
          Mono.fromCallable(() -> load(arguments[0]))
              .subscribeOn(Schedulers.boundedElastic())
              .block(); // expect: AsyncWithoutBenefit
      System.out.println(order);
    }
  }

  static final class ReactorWithLatch {
    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      Flux.interval(Duration.ofSeconds(1))
          .take(10)
          .doFinally(signal -> done.countDown())
          .subscribe(System.out::println, Throwable::printStackTrace);
      done.await();
    }
  }

  static final class InTheCaller {
    public static void main(String[] arguments) {
      Flux.just("1", "2")
          .map(DaemonSchedulers::load)
          .subscribe(System.out::println, Throwable::printStackTrace);
    }
  }

  static final class RxSleeps {
    public static void main(String[] arguments) throws InterruptedException {
      Observable.interval(1, TimeUnit.SECONDS)
          .take(3)
          .subscribe(System.out::println, Throwable::printStackTrace);
      Thread.sleep(5_000);
    }
  }
}
