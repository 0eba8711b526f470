package io.github.asynclint.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** What does JDBC look like when every statement tells who waited for it? */
final class FakeDatabase {
  private final Watch watch;

  FakeDatabase(Watch watch) {
    this.watch = watch;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, this::answer);
  }

  private Object answer(Object proxy, Method method, Object[] arguments) {
    if (method.getName().startsWith("execute")) {
      watch.record("query");
      pause();
    }
    return switch (method.getName()) {
      case "toString" -> "fake " + method.getDeclaringClass().getSimpleName();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> value(method.getReturnType());
    };
  }

  private Object value(Class<?> type) {
    if (type == ResultSet.class) {
      AtomicInteger rows = new AtomicInteger(1);
      return proxy(
          ResultSet.class,
          (proxy, method, arguments) ->
              method.getName().equals("next")
                  ? rows.getAndDecrement() > 0
                  : answer(proxy, method, arguments));
    }
    if (type.isInterface() && type.getName().startsWith("java.sql.")) {
      return proxy(type, this::answer);
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    return type == String.class ? "/1" : null;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            FakeDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
