package language;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Chains over several lines: the line of a call is the line of its name. */
final class Builders {
  private final HttpClient client = HttpClient.newHttpClient();

  private String address(String path) {
    return "http://localhost/" + path;
  }

  HttpRequest request(String path) {
    return HttpRequest.newBuilder()
        .uri(URI.create(address(path)))
        .timeout(Duration.ofSeconds(2))
        .header("Accept", "text/plain")
        .GET()
        .build();
  }

  CompletableFuture<Integer> chain(String path, Executor executor) {
    return client
        .sendAsync(request(path), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .thenApplyAsync(
            body ->
                body.lines()
                    .map(String::trim)
                    .mapToInt(String::length)
                    .sum(),
            executor)
        .exceptionally(failure -> 0);
  }

  CompletableFuture<String> nameOnNextLine(
      CompletableFuture<String> name) {
    return name
        .
        thenApply(
            String::trim);
  }

  static final class Query {
    private String table = "";
    private int limit;

    Query from(String name) {
      table = name;
      return this;
    }

    Query limit(int rows) {
      this.limit = rows;
      return this;
    }

    String text() {
      return table + limit;
    }
  }

  String fluent(String table) {
    return new Query().from(table).limit(3).text();
  }

  String fluentViaLocal(String table) {
    Query query = new Query();
    query.from(table);
    query.limit(4);
    return query.text();
  }

  String nestedCalls(String path) {
    return address(address(address(path).trim()).concat(address("x")));
  }

  int argumentsInOrder(String path) {
    return Math.addExact(
        address(path).length(),
        Math.subtractExact(
            path.length(),
            address("y").length()));
  }
}
