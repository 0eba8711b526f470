package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.resolve.Hierarchy;
import java.util.List;

/** Which exceptions does a correct program not throw, or only when it is told to stop? */
final class ProgrammingErrors {
  private static final List<String> TYPES =
      List.of(
          "java.lang.Error",
          "java.lang.NullPointerException",
          "java.lang.IllegalArgumentException",
          "java.lang.IndexOutOfBoundsException",
          "java.lang.UnsupportedOperationException",
          "java.lang.ClassCastException",
          "java.lang.InterruptedException",
          "java.util.concurrent.CancellationException",
          "java.util.concurrent.RejectedExecutionException");

  private ProgrammingErrors() {}

  static boolean include(Hierarchy hierarchy, String type) {
    return TYPES.stream().anyMatch(error -> hierarchy.isSubtype(type, error));
  }
}
