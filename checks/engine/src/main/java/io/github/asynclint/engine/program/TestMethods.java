package io.github.asynclint.engine.program;

import io.github.asynclint.engine.facts.TypeFacts;

/** Does a test framework run a method: a test, or what is run before and after it? */
public final class TestMethods {
  private TestMethods() {}

  public static boolean include(TypeFacts.Method method) {
    return method.annotations().stream()
        .anyMatch(
            annotation ->
                annotation.type().startsWith("org.junit.")
                    || annotation.type().startsWith("org.testng."));
  }
}
