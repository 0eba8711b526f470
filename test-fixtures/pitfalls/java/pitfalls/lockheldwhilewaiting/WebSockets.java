package pitfalls.lockheldwhilewaiting;

import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** Whom does a lock keep waiting while a message is sent to a browser? */
final class WebSockets {
  private final Map<String, WebSocketSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, Session> remotes = new ConcurrentHashMap<>();
  private final Object guard = new Object();

  synchronized void toAllUnderOneLock(String text) throws IOException {
    for (Session session : remotes.values()) {
      session.getBasicRemote().sendText(text); // expect: LockHeldWhileWaiting definite
    }
  }

  void underALockForAll(String user, String text) throws IOException {
    synchronized (guard) {
      remotes.get(user).getBasicRemote().sendText(text); // expect: LockHeldWhileWaiting definite
    }
  }

  void springUnderALockForAll(String user, String text) throws IOException {
    synchronized (guard) {
      sessions.get(user).sendMessage(new TextMessage(text)); // expect: LockHeldWhileWaiting likely
    }
  }

  void toAllUnderTheLockOfTheMap(String text) throws IOException {
    synchronized (remotes) {
      for (Session session : remotes.values()) {
        session.getBasicRemote().sendText(text); // expect: LockHeldWhileWaiting definite
      }
    }
  }

  void underTheLockOfAnotherSession(Session first, Session second) throws IOException {
    synchronized (first) {
      second.getBasicRemote().sendText("joined"); // expect: LockHeldWhileWaiting definite
    }
  }

  void answerAwaited(Session session, CompletableFuture<String> answer) throws IOException {
    synchronized (session) {
      session.getBasicRemote().sendText(answer.join()); // expect: LockHeldWhileWaiting
    }
  }

  void messagesDoNotMix(Session session, String text) throws IOException {
    synchronized (session) {
      session.getBasicRemote().sendText(text);
    }
  }

  void springsMessagesDoNotMix(String user, String text) throws IOException {
    WebSocketSession session = sessions.get(user);
    if (session != null) {
      synchronized (session) {
        session.sendMessage(new TextMessage(text));
      }
    }
  }

  void oneAfterTheOther(String text) throws IOException {
    for (Session session : remotes.values()) {
      synchronized (session) {
        session.getBasicRemote().sendText(text);
      }
    }
  }

  void sentAfterTheLock(String user, String text) throws IOException {
    Session session;
    synchronized (guard) {
      session = remotes.get(user);
    }
    session.getBasicRemote().sendText(text);
  }
}
