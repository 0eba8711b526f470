package io.github.asynclint.runtime;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableSource;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.ObservableSource;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What does a framework do with a method's result? Subscribe on a thread that must not block. */
final class Results {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Watch watch;
  private final Duration patience;

  /**
   * Uses results.
   *
   * @param patience how long to wait for something to be seen where nothing tells the end
   */
  Results(Watch watch, Duration patience) {
    this.watch = watch;
    this.patience = patience;
  }

  /** Whether a method of this type promises not to wait. */
  static boolean isAsynchronous(Class<?> type) {
    return Publisher.class.isAssignableFrom(type)
        || java.util.concurrent.Future.class.isAssignableFrom(type)
        || CompletionStage.class.isAssignableFrom(type)
        || Future.class.isAssignableFrom(type)
        || Uni.class.isAssignableFrom(type)
        || SingleSource.class.isAssignableFrom(type)
        || ObservableSource.class.isAssignableFrom(type)
        || CompletableSource.class.isAssignableFrom(type);
  }

  /** Uses the result up and gives the failure that it ended with. */
  Optional<Throwable> consume(Optional<?> result) throws InterruptedException {
    if (result.isEmpty()) {
      watch.await(patience);
      return Optional.empty();
    }
    Object value = result.get();
    if (value instanceof Disposable disposable) {
      watch.await(patience);
      disposable.dispose();
      return Optional.empty();
    }
    if (value instanceof io.reactivex.rxjava3.disposables.Disposable disposable) {
      watch.await(patience);
      disposable.dispose();
      return Optional.empty();
    }
    if (value instanceof RouterFunction<?> routes) {
      request(routes);
      return Optional.empty();
    }
    Optional<Throwable> failure = publisher(value).isPresent() ? subscribe(value) : await(value);
    failure.ifPresent(watch::refused);
    // What is hooked to the end runs after the subscriber has heard of it.
    Thread.sleep(50);
    return failure;
  }

  private static Optional<Publisher<?>> publisher(Object value) {
    if (value instanceof Publisher<?> publisher) {
      return Optional.of(publisher);
    }
    if (value instanceof Uni<?> uni) {
      return Optional.of(JdkFlowAdapter.flowPublisherToFlux(uni.toMulti()));
    }
    if (value instanceof Single<?> single) {
      return Optional.of(single.toFlowable());
    }
    if (value instanceof Completable completable) {
      return Optional.of(completable.toFlowable());
    }
    if (value instanceof Observable<?> observable) {
      return Optional.of(
          observable.toFlowable(io.reactivex.rxjava3.core.BackpressureStrategy.BUFFER));
    }
    return Optional.empty();
  }

  private static Optional<Throwable> subscribe(Object value) {
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    Disposable task =
        Schedulers.parallel()
            .schedule(
                () ->
                    Flux.from(publisher(value).orElseThrow())
                        .take(3)
                        .timeout(LIMIT)
                        .subscribe(
                            each -> {},
                            error -> end.complete(Optional.of(error)),
                            () -> end.complete(Optional.empty())));
    try {
      return end.get(2 * LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return Optional.of(e);
    } finally {
      task.dispose();
    }
  }

  private static Optional<Throwable> await(Object value) throws InterruptedException {
    Object future = value instanceof Future<?> vertx ? vertx.toCompletionStage() : value;
    future = future instanceof CompletionStage<?> stage ? stage.toCompletableFuture() : future;
    if (future instanceof java.util.concurrent.Future<?> running) {
      try {
        running.get(2, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        return Optional.of(e.getCause());
      } catch (TimeoutException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private void request(RouterFunction<?> routes) {
    RouterFunction<?> told =
        routes.filter(
            (request, next) -> {
              try {
                return cast(next.handle(request).doOnError(watch::refused));
              } catch (Exception e) {
                watch.refused(e);
                throw new IllegalStateException(e);
              }
            });
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(told)))
            .bindNow(LIMIT);
    try {
      new Requests(server.port(), LIMIT).send("GET", "/orders/1", false);
    } finally {
      server.disposeNow(LIMIT);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> reactor.core.publisher.Mono<T> cast(reactor.core.publisher.Mono<?> answer) {
    return (reactor.core.publisher.Mono<T>) answer;
  }
}
