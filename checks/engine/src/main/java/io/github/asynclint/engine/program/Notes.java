package io.github.asynclint.engine.program;

/** Where internal errors and unreadable input go: one line each, and the analysis goes on. */
@FunctionalInterface
public interface Notes {
  void note(String message);

  Notes IGNORE = message -> {};
}
