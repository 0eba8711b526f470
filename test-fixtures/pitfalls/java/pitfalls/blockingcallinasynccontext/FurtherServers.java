package pitfalls.blockingcallinasynccontext;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.AbstractHttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.annotation.Blocking;
import com.linecorp.armeria.server.annotation.Get;
import com.linecorp.armeria.server.annotation.Param;
import io.helidon.webserver.Handler;
import io.helidon.webserver.Routing;
import io.helidon.webserver.ServerRequest;
import io.helidon.webserver.ServerResponse;
import jakarta.servlet.AsyncContext;
import jakarta.websocket.Session;
import java.io.IOException;

/** Handlers of Armeria, Helidon, servlets and web sockets. */
final class FurtherServers {
  private final CartRepository carts;

  FurtherServers(CartRepository carts) {
    this.carts = carts;
  }

  ServerBuilder armeriaRoute(ServerBuilder server) {
    return server.service(
        "/carts/default",
        (ctx, request) ->
            HttpResponse.of(carts.load("default").summary())); // expect: BlockingCallInAsyncContext
  }

  ServerBuilder armeriaRouteOffloaded(ServerBuilder server) {
    return server.service(
        "/carts/default",
        (ctx, request) ->
            HttpResponse.of(
                () -> HttpResponse.of(carts.load("default").summary()),
                ctx.blockingTaskExecutor()));
  }

  Routing.Rules helidonRoute(Routing.Rules rules) {
    return rules.get(
        "/carts/default",
        (request, response) -> {
          Cart cart = carts.load("default"); // expect: BlockingCallInAsyncContext
          response.send(cart.summary());
        });
  }

  Routing.Rules helidonRouteFromMemory(Routing.Rules rules) {
    return rules.get(
        "/carts/recent",
        (request, response) -> response.send(carts.recent("default").summary()));
  }

  void servletTaskMayBlock(AsyncContext async) {
    async.start(
        () -> {
          carts.save(Cart.empty("default"));
          async.complete();
        });
  }

  void echo(io.vertx.ext.web.Router router, Session session) {
    router
        .post("/echo")
        .handler(
            rc -> {
              try {
                session.getBasicRemote().sendText("pong"); // expect: BlockingCallInAsyncContext
                rc.end();
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  /** A service with a method for each verb. */
  static final class CartService extends AbstractHttpService {
    private final CartRepository carts;

    CartService(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    protected HttpResponse doGet(ServiceRequestContext ctx, HttpRequest request) {
      return HttpResponse.of(
          carts.load(ctx.path()).summary()); // expect: BlockingCallInAsyncContext
    }

    @Override
    protected HttpResponse doHead(ServiceRequestContext ctx, HttpRequest request) {
      return HttpResponse.of(carts.recent(ctx.path()).summary());
    }
  }

  /** A service of annotated methods. */
  static final class AnnotatedCarts {
    private final CartRepository carts;

    AnnotatedCarts(CartRepository carts) {
      this.carts = carts;
    }

    @Get("/carts/:id")
    public HttpResponse onTheLoop(@Param String id) {
      return HttpResponse.of(carts.load(id).summary()); // expect: BlockingCallInAsyncContext
    }

    @Get("/carts/:id/full")
    @Blocking
    public HttpResponse onTheBlockingExecutor(@Param String id) {
      return HttpResponse.of(carts.load(id).summary());
    }
  }

  /** A handler of Helidon as a class. */
  static final class CartHandler implements Handler {
    private final CartRepository carts;

    CartHandler(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public void accept(ServerRequest request, ServerResponse response) {
      carts.save(Cart.empty("default")); // expect: BlockingCallInAsyncContext
      response.send("saved");
    }
  }
}
