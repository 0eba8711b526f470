package io.github.asynclint.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** How does a visitor ask a server of a fixture? */
final class Requests {
  static final String READ_BODY = "Read-Body-First";

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Duration limit;

  Requests(int port, Duration limit) {
    this.port = port;
    this.limit = limit;
  }

  /** The answer's status; 0 where there was none in time, as of an event loop that hangs. */
  int send(String method, String path, boolean readBodyFirst) {
    URI uri = URI.create("http://127.0.0.1:" + port + path + "?id=1");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("text"))
            .header(READ_BODY, Boolean.toString(readBodyFirst))
            .timeout(limit)
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
