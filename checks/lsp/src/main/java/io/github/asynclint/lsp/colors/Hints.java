package io.github.asynclint.lsp.colors;

/** How does the user want to see where threads enter the code? */
public enum Hints {
  OFF,
  INLAY,
  LENS;

  /** The words of the setting, for messages. */
  public static final String WORDS = "\"off\", \"inlay\" or \"lens\"";
}
