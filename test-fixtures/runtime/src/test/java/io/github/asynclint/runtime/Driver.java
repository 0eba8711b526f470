package io.github.asynclint.runtime;

import io.vertx.ext.web.Router;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import reactor.core.scheduler.Schedulers;

/** What happens when one method of a fixture is called and its result is used? */
final class Driver {
  /** Which thread calls the fixture's methods? */
  enum Caller {
    /** One that may block. */
    ORDINARY,
    /** One that may block, but not inside a method that returns something asynchronous. */
    OF_ASYNC_METHOD,
    /** One that must not, as a framework's event loop. */
    EVENT_LOOP
  }

  /**
   * What happened?
   *
   * @param failures of the method itself, of its result or of its routes
   */
  record Run(Variant variant, List<Observation> seen, List<Throwable> failures) {}

  private final Watch watch;
  private final RemoteService remote;

  private final Consumer<World> furniture;

  Driver(Watch watch, RemoteService remote) {
    this(watch, remote, world -> {});
  }

  /**
   * Runs fixtures.
   *
   * @param furniture puts further arguments into each world
   */
  Driver(Watch watch, RemoteService remote, Consumer<World> furniture) {
    this.watch = watch;
    this.remote = remote;
    this.furniture = furniture;
  }

  /** The variants of its arguments that make a difference to this method. */
  static List<Variant> variants(Method method) {
    return Arrays.stream(method.getParameterTypes()).anyMatch(Streams::varies)
        ? List.of(Variant.values())
        : List.of(Variant.FULL);
  }

  /**
   * Runs it once.
   *
   * @param isMarked whether something blocks a thread that must not, maybe for good
   */
  Run run(Method method, Variant variant, Caller caller, boolean isMarked) {
    ExecutorService ordinary =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "caller"));
    try (World world = new World(watch, remote, variant)) {
      Optional<VertxServer> server =
          Arrays.asList(method.getParameterTypes()).contains(Router.class)
              ? Optional.of(new VertxServer(world.vertx(), watch))
              : Optional.empty();
      server.ifPresent(routes -> world.give(Router.class, routes.router()));
      furniture.accept(world);
      boolean isInstance = !Modifier.isStatic(method.getModifiers());
      Optional<Object> owner =
          isInstance ? Optional.of(world.make(method.getDeclaringClass())) : Optional.empty();
      Object[] arguments = world.arguments(method);
      method.setAccessible(true);
      watch.clear();
      List<Throwable> failures = new ArrayList<>();
      Optional<?> result = Optional.empty();
      try {
        result =
            caller == Caller.EVENT_LOOP
                ? onEventLoop(method, owner, arguments)
                : ordinary
                    .submit(() -> call(method, owner, arguments, caller))
                    .get(5, TimeUnit.SECONDS);
      } catch (Exception e) {
        failures.add(e);
        watch.refused(e);
      }
      if (server.isPresent()) {
        failures.addAll(server.get().visit(Duration.ofSeconds(isMarked ? 2 : 10)));
      } else {
        // Only with full arguments something can be expected to come.
        boolean isAwaited = isMarked && variant == Variant.FULL;
        Duration patience = Duration.ofMillis(isAwaited ? 2_000 : 100);
        new Results(watch, patience).consume(result).ifPresent(failures::add);
      }
      return new Run(variant, watch.seen(), failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      ordinary.shutdownNow();
    }
  }

  private Optional<?> call(Method method, Optional<?> owner, Object[] arguments, Caller caller)
      throws Exception {
    boolean mustNotBlock =
        caller == Caller.OF_ASYNC_METHOD && Results.isAsynchronous(method.getReturnType());
    if (mustNotBlock) {
      watch.forbid(Thread.currentThread());
    }
    try {
      return Optional.ofNullable(method.invoke(owner.orElse(null), arguments));
    } catch (InvocationTargetException e) {
      throw new ExecutionException(e.getCause());
    } finally {
      watch.release();
    }
  }

  private Optional<?> onEventLoop(Method method, Optional<?> owner, Object[] arguments)
      throws Exception {
    FutureTask<Optional<?>> task =
        new FutureTask<>(() -> call(method, owner, arguments, Caller.EVENT_LOOP));
    Schedulers.parallel().schedule(task);
    return task.get(5, TimeUnit.SECONDS);
  }
}
