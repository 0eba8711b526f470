package io.github.asynclint.runtime;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** What does a remote service answer? An object of the type that is asked for, a little later. */
final class Answers {
  private static final long DELAY_MILLIS = 250;

  private Answers() {}

  /** An implementation of an interface whose methods yield futures and publishers. */
  static Object implementing(Class<?> type, World world) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.getGenericReturnType() instanceof ParameterizedType answer
                ? later(method.getReturnType(), world.make(element(answer)), world)
                : type.getSimpleName());
  }

  private static Type element(ParameterizedType answer) {
    return answer.getActualTypeArguments()[0];
  }

  /** Publishers ask the service when they are subscribed, futures have asked it already. */
  private static Object later(Class<?> type, Object value, World world) {
    if (type == Mono.class) {
      return Mono.fromFuture(() -> answer(value, world));
    }
    if (type == Uni.class) {
      return Uni.createFrom().completionStage(() -> answer(value, world));
    }
    CompletableFuture<Object> answer = answer(value, world);
    return type == Future.class ? Future.fromCompletionStage(answer) : answer;
  }

  private static CompletableFuture<Object> answer(Object value, World world) {
    CompletableFuture<Object> future = new CompletableFuture<>();
    world.workers().schedule(() -> future.complete(value), DELAY_MILLIS, TimeUnit.MILLISECONDS);
    return future;
  }
}
