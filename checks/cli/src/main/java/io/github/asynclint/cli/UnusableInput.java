package io.github.asynclint.cli;

/** Why can the command not do what it was asked? The message has one line per problem. */
public final class UnusableInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableInput(String message) {
    super(message);
  }
}
