package io.github.asynclint.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Who answers the fixtures' clients? A server on this machine that takes its time. */
final class RemoteService implements AutoCloseable {
  private static final String ORDER = "{\"id\": \"1\", \"customer\": \"1\", \"cents\": 1}";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private RemoteService(HttpServer server) {
    this.server = server;
  }

  static RemoteService start() {
    try {
      RemoteService service =
          new RemoteService(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      service.server.setExecutor(service.threads);
      service.server.createContext("/", RemoteService::answer);
      service.server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // Long enough for a client to arrive at its wait before the answer does.
      TimeUnit.MILLISECONDS.sleep(40);
      byte[] body = body(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(String path) {
    if (path.startsWith("/payments")) {
      return "true";
    }
    return path.equals("/orders") ? "[" + ORDER + ", " + ORDER + "]" : ORDER;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
