package io.github.asynclint.cli.output;

import picocli.CommandLine.Help.Ansi;

/** How does text go to a terminal, with or without colour? */
public final class Terminal {
  private static final int TAB = 4;

  private final Ansi ansi;

  public Terminal(boolean colour) {
    this.ansi = colour ? Ansi.ON : Ansi.OFF;
  }

  /** Tabs as blanks; other control characters could speak to the terminal. */
  public static String visible(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                result.append(" ".repeat(TAB));
              } else {
                result.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
              }
            });
    return result.toString();
  }

  /** @param style as picocli names it: {@code bold,red} */
  public String styled(String style, String text) {
    // The text is not parsed for markup. Reset, as many terminals take "bold off" for an underline.
    return ansi.enabled() && !text.isBlank()
        ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.on()
        : text;
  }
}
