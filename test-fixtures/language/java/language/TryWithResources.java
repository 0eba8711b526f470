package language;

import java.util.concurrent.CompletableFuture;

/** try-with-resources: the implicit close is a call on every way out. */
final class TryWithResources {
  static final class Connection implements AutoCloseable {
    String query(String text) {
      return text;
    }

    CompletableFuture<String> queryAsync(String text) {
      return CompletableFuture.completedFuture(text);
    }

    Cursor cursor() {
      return new Cursor();
    }

    @Override
    public void close() {}
  }

  static final class Cursor implements AutoCloseable {
    boolean advance() {
      return false;
    }

    @Override
    public void close() throws IllegalStateException {}
  }

  private Connection connect() {
    return new Connection();
  }

  void one() {
    try (Connection connection = connect()) {
      connection.query("a");
    }
  }

  int two() {
    int rows = 0;
    try (Connection connection = connect();
        Cursor cursor = connection.cursor()) {
      while (cursor.advance()) {
        rows++;
      }
    }
    return rows;
  }

  String returnInside() {
    try (Connection connection = connect()) {
      return connection.query("b");
    }
  }

  CompletableFuture<String> futureReturned() {
    try (Connection connection = connect()) {
      return connection.queryAsync("c");
    }
  }

  void nullResource() {
    try (Connection connection = null) {
      System.out.println("no connection is closed");
    }
  }

  String existingVariable(Connection connection) {
    try (connection) {
      return connection.query("d");
    }
  }

  String withCatchAndFinally() {
    try (var connection = connect()) {
      return connection.query("e");
    } catch (IllegalStateException e) {
      return "";
    } finally {
      connect();
    }
  }

  String emptyBody() {
    try (Connection connection = new Connection()) {}
    return "done";
  }

  String nested() {
    try (Connection outer = connect()) {
      try (Connection inner = connect()) {
        return outer.query(inner.query("f"));
      }
    }
  }

  CompletableFuture<String> inLambda(CompletableFuture<String> name) {
    return name.thenApply(
        n -> {
          try (Connection connection = connect()) {
            return connection.query(n);
          }
        });
  }
}
