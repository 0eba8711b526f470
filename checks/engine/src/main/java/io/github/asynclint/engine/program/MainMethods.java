package io.github.asynclint.engine.program;

import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import java.util.List;

/** Does the program start in a method? */
public final class MainMethods {
  private MainMethods() {}

  public static boolean include(Callable callable) {
    MethodRef method = callable.id().method();
    return !callable.id().isLambda()
        && method.name().equals("main")
        && method.parameters().equals(List.of("java.lang.String[]"))
        && method.returnsVoid()
        && callable.modifiers().contains(Modifier.STATIC);
  }
}
