package io.github.asynclint.cli;

import java.io.PrintWriter;

/** How far is a long run? Told on standard error, on a terminal only. */
final class Progress {
  private static final long INTERVAL = 200_000_000L;

  private final PrintWriter err;
  private final boolean terminal = isTerminal();
  private long last = System.nanoTime();
  private int width;

  Progress(PrintWriter err) {
    this.err = err;
  }

  void at(int done, int total) {
    if (terminal && System.nanoTime() - last > INTERVAL) {
      last = System.nanoTime();
      String text = "%d of %d classes".formatted(done, total);
      err.print("\r" + text);
      err.flush();
      width = text.length();
    }
  }

  void end() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
      width = 0;
    }
  }

  private static boolean isTerminal() {
    if (System.console() == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console without a terminal too.
      Object answer =
          java.io.Console.class.getMethod("isTerminal").invoke(System.console());
      return Boolean.TRUE.equals(answer);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
