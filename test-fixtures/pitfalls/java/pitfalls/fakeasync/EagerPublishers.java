package pitfalls.fakeasync;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Is a returned publisher filled by a caller who had to wait for its content? */
final class EagerPublishers {
  private final JdbcTemplate jdbc;
  private final ProfileRepository profiles;
  private final HttpClient http;

  EagerPublishers(JdbcTemplate jdbc, ProfileRepository profiles, HttpClient http) {
    this.jdbc = jdbc;
    this.profiles = profiles;
    this.http = http;
  }

  Mono<Profile> justQuery(String id) {
    return Mono.just(profiles.load(id)); // expect: EagerPublisherArgument
  }

  Mono<String> justHttp(HttpRequest request) throws IOException, InterruptedException {
    return Mono.just(http.send(request, BodyHandlers.ofString()).body()); // expect: EagerPublisherArgument
  }

  Mono<Integer> justOrEmptyQuery() {
    return Mono.justOrEmpty(
        jdbc.queryForObject("select count(*) from profile", Integer.class)); // expect: EagerPublisherArgument
  }

  Flux<String> iterableOfQuery() {
    List<String> names =
        jdbc.queryForList("select name from profile", String.class); // expect: FakeAsync
    return Flux.fromIterable(names);
  }

  Flux<String> linesOfFile(Path file) throws IOException {
    return Flux.fromIterable(Files.readAllLines(file)); // expect: EagerPublisherArgument
  }

  Mono<Void> savedBeforeEmpty(Profile profile) {
    profiles.save(profile); // expect: FakeAsync
    return Mono.empty();
  }

  Uni<Profile> itemOfQuery(String id) {
    return Uni.createFrom().item(profiles.load(id)); // expect: EagerPublisherArgument
  }

  Single<Profile> singleOfQuery(String id) {
    return Single.just(profiles.load(id)); // expect: EagerPublisherArgument
  }

  Completable savedBeforeComplete(Profile profile) {
    profiles.save(profile); // expect: FakeAsync
    return Completable.complete();
  }

  Mono<String> blockedBeforeReturn(Mono<Profile> profile) {
    Profile known = profile.block(); // expect: FakeAsync
    return Mono.justOrEmpty(known).map(Profile::name);
  }

  Mono<Profile> callableOnElastic(String id) {
    return Mono.fromCallable(() -> profiles.load(id))
        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
  }

  Mono<Profile> deferredJustOnElastic(String id) {
    return Mono.defer(
            () -> {
              Profile profile = profiles.load(id);
              return Mono.just(profile);
            })
        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
  }

  Mono<Profile> callableWithoutScheduler(String id) {
    return Mono.fromCallable(() -> profiles.load(id)); // expect: BlockingCallInAsyncContext likely
  }

  Mono<Profile> justMemory(String id) {
    return Mono.just(profiles.cached(id).orElseGet(() -> Profile.unknown(id)));
  }

  Mono<String> justInMemoryText(String text) throws IOException {
    return Mono.justOrEmpty(new BufferedReader(new StringReader(text)).readLine());
  }

  Uni<Profile> lazyItemOnWorkers(String id) {
    return Uni.createFrom()
        .item(() -> profiles.load(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  Single<Profile> callableOnIo(String id) {
    return Single.fromCallable(() -> profiles.load(id)).subscribeOn(Schedulers.io());
  }

  Completable actionOnIo(Profile profile) {
    return Completable.fromAction(() -> profiles.save(profile)).subscribeOn(Schedulers.io());
  }

  Flux<Profile> loadedPerElementOnElastic(List<String> ids) {
    return Flux.fromIterable(ids)
        .publishOn(reactor.core.scheduler.Schedulers.boundedElastic())
        .map(profiles::load);
  }

  List<Profile> synchronousMethod(List<String> ids) {
    return ids.stream().map(profiles::load).toList();
  }
}
