package io.github.asynclint.lsp;

import io.github.asynclint.engine.program.Notes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** What is said to the user besides answers: each line once, however often it comes up. */
final class Client implements Notes {
  /** Half-typed text is no news in an editor. */
  private static final Pattern SYNTAX = Pattern.compile("^.+\\.java(:\\d+)?: .*");

  /** A long session does not collect lines without bound. */
  private static final int REMEMBERED = 1_000;

  private final Supplier<LanguageClient> client;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  Client(Supplier<LanguageClient> client) {
    this.client = client;
  }

  @Override
  public void note(String message) {
    if (!SYNTAX.matcher(message).matches()) {
      log(MessageType.Info, message);
    }
  }

  /** The user's own settings or files are wrong. */
  void warn(String message) {
    if (isNew(message)) {
      client.get().showMessage(new MessageParams(MessageType.Warning, "asynclint: " + message));
    }
  }

  /** One line for what must not happen; the server goes on. */
  void failure(String where, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String at = trace.length == 0 ? "" : " at " + trace[0];
    log(MessageType.Error, "internal error in " + where + ": " + failure + at);
  }

  private void log(MessageType type, String message) {
    String line = String.join(" ", message.lines().map(String::strip).toList());
    if (isNew(line)) {
      client.get().logMessage(new MessageParams(type, "asynclint: " + line));
    }
  }

  private boolean isNew(String line) {
    if (said.size() > REMEMBERED) {
      said.clear();
    }
    return said.add(line);
  }
}
