package io.github.asynclint.lsp;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What does the protocol's library complain of? One line on standard error each, without traces. */
final class OneLineLog extends Handler {
  /** Loggers are kept weakly: this one is to stay as it is set. */
  private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

  private OneLineLog() {}

  static void install() {
    for (Handler handler : PROTOCOL.getHandlers()) {
      PROTOCOL.removeHandler(handler);
    }
    PROTOCOL.setUseParentHandlers(false);
    PROTOCOL.addHandler(new OneLineLog());
  }

  @Override
  public void publish(LogRecord told) {
    if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
      String text = String.valueOf(told.getMessage());
      System.err.println("asynclint: " + String.join(" ", text.lines().map(String::strip).toList()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
