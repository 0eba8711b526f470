package pitfalls.blockingcallinasynccontext;

import io.vertx.ext.web.Router;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Which thread calls the handlers of a web socket depends on the library. */
final class WebSocketHandlers {
  /** Spring's reactive handler: the event loop of the connection. */
  static final class Answers implements WebSocketHandler {
    private final CartRepository carts;

    Answers(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      return session.send(
          session
              .receive()
              .map(message -> carts.load(message.getPayloadAsText())) // expect: BlockingCallInAsyncContext
              .map(cart -> session.textMessage(cart.summary())));
    }
  }

  /** Messages come on the event loop wherever the session is subscribed to. */
  static final class SubscribedOnAWorker implements WebSocketHandler {
    private final CartRepository carts;

    SubscribedOnAWorker(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      return session
          .receive()
          .doOnNext(
              message -> {
                Cart cart = Cart.empty(message.getPayloadAsText());
                carts.save(cart); // expect: BlockingCallInAsyncContext
              })
          .then()
          .subscribeOn(Schedulers.boundedElastic());
    }
  }

  /** Moved to a worker for each message: silent. */
  static final class AnswersOnAWorker implements WebSocketHandler {
    private final CartRepository carts;

    AnswersOnAWorker(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      return session.send(
          session
              .receive()
              .publishOn(Schedulers.boundedElastic())
              .map(message -> carts.load(message.getPayloadAsText()))
              .map(cart -> session.textMessage(cart.summary())));
    }
  }

  /** Spring's handler over servlets: a thread of the container, silent. */
  static final class ServletHandler extends TextWebSocketHandler {
    private final CartRepository carts;

    ServletHandler(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    protected void handleTextMessage(
        org.springframework.web.socket.WebSocketSession session, TextMessage message)
        throws IOException {
      Cart cart = carts.load(message.getPayload());
      session.sendMessage(new TextMessage(cart.summary()));
    }
  }

  void pushedFromAnEventLoop(
      Router router, org.springframework.web.socket.WebSocketSession session) {
    router
        .post("/push")
        .handler(
            rc -> {
              try {
                session.sendMessage(new TextMessage("new")); // expect: BlockingCallInAsyncContext likely
                rc.end();
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  /** The thread is the container's affair: silent. */
  @ServerEndpoint("/carts")
  static final class CartEndpoint {
    private final CartRepository carts;

    CartEndpoint(CartRepository carts) {
      this.carts = carts;
    }

    @OnMessage
    public void onMessage(Session session, String id) throws IOException {
      session.getBasicRemote().sendText(carts.load(id).summary());
    }
  }

  /** The executor of the client, which may block: silent. */
  static final class PriceFeed implements WebSocket.Listener {
    private final CartRepository carts;

    PriceFeed(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      carts.save(Cart.empty(data.toString()));
      socket.request(1);
      return null;
    }
  }
}
