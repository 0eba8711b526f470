package io.github.asynclint.lsp;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Is it time for a message? A session starts with initialize, and after shutdown only exit may come. */
final class Gate {
  private enum State {
    NEW,
    OPEN,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

  MessageConsumer before(MessageConsumer consumer) {
    return message -> {
      if (isIn(message)) {
        consumer.consume(message);
      }
    };
  }

  /** False for a notification out of time, which is dropped; a request is refused. */
  private boolean isIn(Message message) {
    if (message instanceof RequestMessage request) {
      State before = state.get();
      if (before == State.NEW) {
        if (!request.getMethod().equals("initialize")) {
          throw refused(message, "initialize first", ResponseErrorCode.ServerNotInitialized);
        }
        state.set(State.OPEN);
      } else if (before == State.CLOSED || request.getMethod().equals("initialize")) {
        throw refused(message, "not now", ResponseErrorCode.InvalidRequest);
      } else if (request.getMethod().equals("shutdown")) {
        state.set(State.CLOSED);
      }
      return true;
    }
    return !(message instanceof NotificationMessage told)
        || state.get() == State.OPEN
        || told.getMethod().equals("exit");
  }

  private static MessageIssueException refused(
      Message message, String reason, ResponseErrorCode code) {
    return new MessageIssueException(message, new MessageIssue(reason, code.getValue()));
  }
}
