package io.github.asynclint.engine.model;

/** What is wrong with a compiled model or one of its parts, in words for the person who wrote it. */
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelFormatException(String message) {
    super(message);
  }
}
