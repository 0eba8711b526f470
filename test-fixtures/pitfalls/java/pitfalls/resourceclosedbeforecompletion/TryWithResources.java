package pitfalls.resourceclosedbeforecompletion;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Does the async work that is started in a try outlive the resource of that try? */
final class TryWithResources {
  private final Channels channels;
  private final DataSource database;
  private final Executor workers;

  TryWithResources(Channels channels, DataSource database, Executor workers) {
    this.channels = channels;
    this.database = database;
    this.workers = workers;
  }

  CompletableFuture<String> returned(String topic, String message) {
    try (Channel channel = channels.open(topic)) {
      return channel.sendAsync(message); // expect: ResourceClosedBeforeCompletion definite
    }
  }

  CompletableFuture<Integer> chained(String topic, String message) {
    try (Channel channel = channels.open(topic)) {
      return channel
          .sendAsync(message) // expect: ResourceClosedBeforeCompletion
          .thenApply(String::length);
    }
  }

  Mono<String> lazyPublisher(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channel.receive().map(String::trim); // expect: ResourceClosedBeforeCompletion
    }
  }

  Flux<String> lazyStream(String topic) {
    try (Channel channel = channels.open(topic)) {
      Flux<String> messages = channel.receiveAll(); // expect: ResourceClosedBeforeCompletion
      return messages.filter(message -> !message.isBlank());
    }
  }

  CompletableFuture<Integer> capturedByTask(String sku) throws SQLException {
    try (Connection connection = database.getConnection()) { // expect: FakeAsync
      return CompletableFuture.supplyAsync( // expect: ResourceClosedBeforeCompletion
          () -> count(connection, sku), workers);
    }
  }

  CompletableFuture<Integer> statementInTask(String sku) throws SQLException {
    try (Connection connection = database.getConnection(); // expect: FakeAsync
        PreparedStatement query = connection.prepareStatement("select count(*) from item")) {
      query.setString(1, sku);
      return CompletableFuture.supplyAsync(() -> run(query), workers); // expect: ResourceClosedBeforeCompletion
    }
  }

  CompletableFuture<PutObjectResponse> uploadedStream(S3AsyncClient s3, Path file, Executor reader)
      throws IOException {
    try (InputStream content = Files.newInputStream(file)) { // expect: FakeAsync
      AsyncRequestBody body =
          AsyncRequestBody.fromInputStream(
              content, Files.size(file), (ExecutorService) reader);
      return s3.putObject( // expect: ResourceClosedBeforeCompletion
          request -> request.bucket("orders").key(file.toString()), body);
    }
  }

  RedisFuture<String> partOfTheConnection(RedisClient redis, String key) {
    try (StatefulRedisConnection<String, String> connection = redis.connect()) { // expect: FakeAsync
      return connection.async().get(key); // expect: ResourceClosedBeforeCompletion
    }
  }

  CompletableFuture<Void> passedOn(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channels.forward(channel); // expect: ResourceClosedBeforeCompletion
    }
  }

  CompletableFuture<Void> severalAtOnce(String topic, String first, String second) {
    try (Channel channel = channels.open(topic)) {
      return CompletableFuture.allOf(
          channel.sendAsync(first), // expect: ResourceClosedBeforeCompletion
          channel.sendAsync(second)); // expect: ResourceClosedBeforeCompletion
    }
  }

  String waitedTooLate(String topic, String message) {
    CompletableFuture<String> sent;
    try (Channel channel = channels.open(topic)) {
      sent = channel.sendAsync(message); // expect: ResourceClosedBeforeCompletion
    }
    return sent.join();
  }

  CompletableFuture<String> usedInNextStage(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channels
          .announce(topic)
          .thenCompose(channel::sendAsync); // expect: ResourceClosedBeforeCompletion
    }
  }

  String joinedInside(String topic, String message) {
    try (Channel channel = channels.open(topic)) {
      return channel.sendAsync(message).join();
    }
  }

  void bothJoinedInside(String topic, String first, String second) {
    try (Channel channel = channels.open(topic)) {
      CompletableFuture<String> one = channel.sendAsync(first);
      CompletableFuture<String> two = channel.sendAsync(second);
      CompletableFuture.allOf(one, two).join();
    }
  }

  void latchInside(String topic, String message) throws InterruptedException {
    try (Channel channel = channels.open(topic)) {
      CountDownLatch sent = new CountDownLatch(1);
      channel
          .sendAsync(message)
          .whenComplete(
              (id, failure) -> {
                if (failure == null) {
                  sent.countDown();
                }
              });
      if (!sent.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not sent to " + channel.name());
      }
    }
  }

  String blockedInside(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channel.receive().block();
    }
  }

  CompletableFuture<String> readBefore(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) { // expect: FakeAsync
      byte[] bytes = content.readAllBytes();
      return channels.announce(new String(bytes));
    }
  }

  CompletableFuture<String> onlyItsName(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channels.announce(channel.name());
    }
  }

  CompletableFuture<String> wrapsWhatOthersStarted(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channel.timed(channels.announce(topic));
    }
  }

  CompletableFuture<String> notUsed(String topic) {
    try (Channel channel = channels.open(topic)) {
      return channels.announce(topic);
    }
  }

  CompletableFuture<String> alreadyComplete(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) { // expect: FakeAsync
      return CompletableFuture.completedFuture(topic(content));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static String topic(InputStream content) {
    return content.toString();
  }

  CompletableFuture<Integer> openedInTheTask(String sku) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Connection connection = database.getConnection()) {
            return count(connection, sku);
          } catch (SQLException e) {
            throw new CompletionException(e);
          }
        },
        workers);
  }

  CompletableFuture<String> closedWhenDone(String topic, String message) {
    Channel channel = channels.open(topic);
    return channel.sendAsync(message).whenComplete((id, failure) -> close(channel, failure));
  }

  CompletableFuture<String> waitedForByTheHelper(String topic, String message) {
    try (Channel channel = channels.open(topic)) {
      return confirmed(channel, message);
    }
  }

  private static CompletableFuture<String> confirmed(Channel channel, String message) {
    String receipt = channel.sendAsync(message).join(); // expect: FakeAsync
    return CompletableFuture.completedFuture(receipt.trim());
  }

  private static void close(Channel channel, Throwable failure) {
    if (failure != null) {
      throw new IllegalStateException(channel.name(), failure);
    }
    channel.close();
  }

  private static int count(Connection connection, String sku) {
    try (PreparedStatement query = connection.prepareStatement("select count(*) from item")) {
      query.setString(1, sku);
      return run(query);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static int run(PreparedStatement query) {
    try {
      return query.executeUpdate();
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }
}
