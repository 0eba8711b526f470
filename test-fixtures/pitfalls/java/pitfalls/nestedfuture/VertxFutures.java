package pitfalls.nestedfuture;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/** Vert.x futures: map where compose was meant. */
final class VertxFutures {
  private static final String INSERT = "insert into users (id) values ($1)";

  private final Pool pool;
  private final WebClient client;

  VertxFutures(Pool pool, WebClient client) {
    this.pool = pool;
    this.client = client;
  }

  private Future<User> load(String id) {
    return client.get("/users/" + id).send().map(reply -> new User(id, reply.bodyAsString()));
  }

  private Future<Void> insert(User user) {
    return pool.preparedQuery(INSERT).execute(Tuple.of(user.id())).mapEmpty();
  }

  Future<Void> insertedInMap(String id) {
    return load(id).map(this::insert).mapEmpty(); // expect: NestedFuture
  }

  Future<Future<HttpResponse<Buffer>>> requestInMap(FileSystem files) {
    return files
        .readFile("users.json")
        .map(json -> client.post("/users").sendBuffer(json)); // expect: NestedFuture
  }

  Future<Void> asyncCallInExecuteBlocking(Vertx vertx, User user) {
    return vertx.executeBlocking(() -> insert(user)).mapEmpty(); // expect: NestedFuture
  }

  Future<Integer> countedAfterTheInsert(String id) {
    return load(id)
        .map(user -> insert(user)) // expect: NestedFuture
        .compose(done -> pool.query("select count(*) from users").execute())
        .map(rows -> rows.size());
  }

  Future<Void> composed(String id) {
    return load(id).compose(this::insert);
  }

  Future<Void> flattened(String id) {
    return load(id).map(this::insert).compose(Function.identity());
  }

  Future<Void> joined(List<String> ids) {
    return Future.all(ids.stream().map(this::load).toList()).mapEmpty();
  }

  Future<User> recovered(String id) {
    return load(id).recover(failure -> load("guest"));
  }

  Future<Void> transformed(String id) {
    return load(id)
        .transform(result -> result.succeeded() ? insert(result.result()) : insert(guest()));
  }

  private static User guest() {
    return new User("guest", "none");
  }
}
