package io.github.asynclint.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/** Which futures and publishers came to be while a fixture ran, and did anybody ever use them? */
final class Promises {
  private static final String HOOK = "promises";

  private final Queue<Promise> made = new ConcurrentLinkedQueue<>();

  /**
   * A future or a publisher.
   *
   * @param frames of where it came to be
   * @param used whether it was subscribed, waited for or continued
   */
  record Promise(List<StackTraceElement> frames, AtomicBoolean used) {}

  /** From now on every operator of Reactor is watched. */
  void install() {
    Hooks.onEachOperator(HOOK, this::watched);
  }

  void uninstall() {
    Hooks.resetOnEachOperator(HOOK);
  }

  void clear() {
    made.clear();
  }

  List<Promise> made() {
    return new ArrayList<>(made);
  }

  /** An implementation of an asynchronous interface whose answers are watched. */
  Object implementing(Class<?> type, World world) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? method.getName().equals("toString") ? type.getSimpleName() : 0
                : answer(method, world));
  }

  private Object answer(Method method, World world) {
    Type element = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    boolean isEmpty = element == Void.class;
    if (method.getReturnType() == Mono.class) {
      return isEmpty ? Mono.fromRunnable(() -> {}) : Mono.fromSupplier(() -> world.make(element));
    }
    if (method.getReturnType() == Flux.class) {
      return Flux.just(world.make(element));
    }
    WatchedFuture<Object> future = new WatchedFuture<>(this);
    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
        .execute(() -> future.arrive(isEmpty ? null : world.make(element)));
    return future;
  }

  private Publisher<Object> watched(Publisher<Object> publisher) {
    AtomicBoolean used = add();
    return Operators.<Object, Object>liftPublisher(
            (source, subscriber) -> {
              used.set(true);
              return subscriber;
            })
        .apply(publisher);
  }

  private AtomicBoolean add() {
    Promise promise =
        new Promise(List.of(Thread.currentThread().getStackTrace()), new AtomicBoolean());
    made.add(promise);
    return promise.used();
  }

  /** A future that knows whether anybody ever asked. */
  private static final class WatchedFuture<T> extends CompletableFuture<T> {
    private final Promises all;
    private final AtomicBoolean used;

    WatchedFuture(Promises all) {
      this.all = all;
      this.used = all.add();
    }

    void arrive(T value) {
      if (getNumberOfDependents() > 0) {
        used.set(true);
      }
      complete(value);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      used.set(true);
      return new WatchedFuture<>(all);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
      used.set(true);
      return super.get();
    }

    @Override
    public T get(long limit, TimeUnit unit)
        throws InterruptedException,
            ExecutionException,
            TimeoutException {
      used.set(true);
      return super.get(limit, unit);
    }

    @Override
    public T join() {
      used.set(true);
      return super.join();
    }
  }
}
