package pitfalls.unsafestateacrossasync;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A local that the caller reads before the callback that fills it has run. */
final class ReadTooEarly {
  record User(String id, String mail) {}

  private final Executor workers;
  private final HttpClient http = HttpClient.newHttpClient();

  ReadTooEarly(Executor workers) {
    this.workers = workers;
  }

  private CompletableFuture<User> find(String id) {
    return CompletableFuture.supplyAsync(() -> new User(id, id + "@example.org"), workers);
  }

  private static void report(Throwable failure) {
    System.err.println(failure.getMessage());
  }

  String mailOf(String id) {
    String[] mail = new String[1];
    find(id)
        .thenAccept(user -> mail[0] = user.mail()) // expect: UnsafeStateAcrossAsync
        .exceptionally(
            failure -> {
              report(failure);
              return null;
            });
    return mail[0];
  }

  boolean exists(String id) {
    boolean[] found = {false};
    find(id)
        .whenComplete(
            (user, failure) -> {
              if (failure == null) {
                found[0] = true; // expect: UnsafeStateAcrossAsync
              }
            });
    return found[0];
  }

  int statusOf(URI address) {
    int[] status = {-1};
    http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .thenAccept(response -> status[0] = response.statusCode()) // expect: UnsafeStateAcrossAsync
        .exceptionally(
            failure -> {
              report(failure);
              return null;
            });
    if (status[0] == 200) {
      return 0;
    }
    return status[0];
  }

  List<String> mailsFromFlux(Flux<User> users) {
    List<String> mails = new ArrayList<>();
    users
        .publishOn(Schedulers.boundedElastic())
        .map(User::mail)
        .subscribe(
            mails::add, // expect: UnsafeStateAcrossAsync
            ReadTooEarly::report);
    return mails;
  }

  // Silent from here on.

  String mailAfterWait(String id) {
    String[] mail = new String[1];
    CompletableFuture<Void> done = find(id).thenAccept(user -> mail[0] = user.mail());
    done.join();
    return mail[0];
  }

  CompletableFuture<String> mailInChain(String id) {
    return find(id).thenApply(User::mail);
  }

  List<String> mailsAfterBlock(Flux<User> users) {
    List<String> mails = new ArrayList<>();
    users.publishOn(Schedulers.boundedElastic()).map(User::mail).doOnNext(mails::add).blockLast();
    return mails;
  }

  /** The caller looks at what is there so far; the type is made for that. */
  Optional<User> lastKnown(AtomicReference<User> last, String id) {
    find(id)
        .whenComplete(
            (user, failure) -> {
              if (failure != null) {
                report(failure);
              } else {
                last.set(user);
              }
            });
    return Optional.ofNullable(last.get());
  }

  /** Written before the crossing and never again. */
  CompletableFuture<String> writtenBefore(String id) {
    StringBuilder greeting = new StringBuilder("Dear ");
    greeting.append(id);
    return find(id).thenApply(user -> greeting + " <" + user.mail() + ">");
  }
}
