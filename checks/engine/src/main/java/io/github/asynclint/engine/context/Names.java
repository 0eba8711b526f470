package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.MethodRef;

/** How do types and methods read in messages? */
public final class Names {
  private Names() {}

  /** {@code Route.handler}; {@code new Thread} for a constructor. */
  public static String method(MethodRef method) {
    if (method.isConstructor()) {
      return "new " + simple(method.owner());
    }
    return simple(method.owner()) + "." + method.name();
  }

  /** The qualified form, {@code java.sql.Statement.executeQuery}. */
  public static String qualified(MethodRef method) {
    String owner = method.owner().replace('$', '.');
    return method.isConstructor() ? "new " + owner : owner + "." + method.name();
  }

  /** The name of the method whose body, or the body around which, the code is. */
  public static String callable(io.github.asynclint.engine.facts.Callable callable) {
    return method(callable.id().method());
  }

  /** The simple name of a class; a local or anonymous one by the class around it. */
  public static String simple(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    int dollar = name.lastIndexOf('$');
    while (dollar > 0 && dollar + 1 < name.length() && Character.isDigit(name.charAt(dollar + 1))) {
      name = name.substring(0, dollar);
      dollar = name.lastIndexOf('$');
    }
    return name.substring(name.lastIndexOf('$') + 1);
  }
}
