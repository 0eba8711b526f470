package io.github.asynclint.rules.models.compiler;

/** What is wrong with a model file, and on which line (from 1). */
public record ModelProblem(String file, int line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
