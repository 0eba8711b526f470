package pitfalls.fakeasync;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Which methods of asynchronous signature keep what the signature promises? */
final class AsyncContracts {
  private AsyncContracts() {}

  /** What does the port of the application promise? */
  interface ProfilePort {
    CompletionStage<Profile> profile(String id);

    Mono<Void> rename(String id, String name);
  }

  /** Does the adapter wait although the port is asynchronous? */
  static final class JdbcProfileAdapter implements ProfilePort {
    private final ProfileRepository profiles;

    JdbcProfileAdapter(ProfileRepository profiles) {
      this.profiles = profiles;
    }

    @Override
    public CompletionStage<Profile> profile(String id) {
      return CompletableFuture.completedStage(profiles.load(id)); // expect: FakeAsync
    }

    @Override
    public Mono<Void> rename(String id, String name) {
      return Mono.<Void>fromRunnable(() -> profiles.save(new Profile(id, name, "")))
          .subscribeOn(Schedulers.boundedElastic());
    }
  }

  /** Do handlers of asynchronous signature wait first? The wait is theirs, not their caller's. */
  static final class ProfileHandlers {
    private final ProfileRepository profiles;
    private final Workers workers;

    ProfileHandlers(ProfileRepository profiles, Workers workers) {
      this.profiles = profiles;
      this.workers = workers;
    }

    RouterFunction<ServerResponse> routes() {
      return RouterFunctions.route()
          .GET("/profiles/{id}", this::show)
          .GET("/profiles/{id}/elastic", this::showOnElastic)
          .build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
      Profile profile = profiles.load(request.pathVariable("id")); // expect: FakeAsync
      return ServerResponse.ok().bodyValue(profile);
    }

    private Mono<ServerResponse> showOnElastic(ServerRequest request) {
      return Workers.elastic(() -> profiles.load(request.pathVariable("id")))
          .flatMap(profile -> ServerResponse.ok().bodyValue(profile));
    }

    void fakeMethodCalledOnTheEventLoop(Router router) {
      router
          .get("/profile/:id")
          .handler(
              rc ->
                  nameOf(rc.pathParam("id"))
                      .whenComplete(
                          (name, error) -> {
                            if (error == null) {
                              rc.end(name);
                            } else {
                              rc.fail(error);
                            }
                          }));
    }

    private CompletableFuture<String> nameOf(String id) {
      String name = profiles.load(id).name(); // expect: FakeAsync
      return CompletableFuture.completedFuture(name);
    }

    void honestMethodCalledOnTheEventLoop(Router router) {
      router
          .get("/profile/:id/country")
          .handler(
              rc ->
                  countryOf(rc.pathParam("id"))
                      .whenComplete(
                          (country, error) -> {
                            if (error == null) {
                              rc.end(country);
                            } else {
                              rc.fail(error);
                            }
                          }));
    }

    private CompletableFuture<String> countryOf(String id) {
      return workers.onPool(() -> profiles.load(id)).thenApply(Profile::country);
    }
  }

  /** Does Spring run these methods on an executor? Then they may wait. */
  @Service
  static class ProfileMailer {
    private final ProfileRepository profiles;

    ProfileMailer(ProfileRepository profiles) {
      this.profiles = profiles;
    }

    @Async
    public CompletableFuture<Profile> annotatedAsync(String id) {
      Profile profile = profiles.load(id);
      return CompletableFuture.completedFuture(profile);
    }

    public CompletableFuture<Profile> withoutAnnotation(String id) {
      Profile profile = profiles.load(id); // expect: FakeAsync
      return CompletableFuture.completedFuture(profile);
    }
  }

  /** Does every public method of the class run on Spring's executor? */
  @Async
  @Service
  static class ProfileIndexer {
    private final ProfileRepository profiles;

    ProfileIndexer(ProfileRepository profiles) {
      this.profiles = profiles;
    }

    public CompletableFuture<String> asyncByClass(String id) {
      return CompletableFuture.completedFuture(profiles.load(id).name());
    }
  }

  /** Does an annotation send these methods to a worker? */
  @Path("/profiles")
  public static class ProfileResource {
    private final ProfileRepository profiles;

    ProfileResource(ProfileRepository profiles) {
      this.profiles = profiles;
    }

    @GET
    @Blocking
    @Path("/{id}")
    public Uni<Profile> annotatedBlocking(@PathParam("id") String id) {
      return Uni.createFrom().item(profiles.load(id));
    }
  }

  /** Does Micronaut run these methods on its blocking executor? */
  @Controller("/profiles")
  @ExecuteOn(TaskExecutors.BLOCKING)
  static class ProfileController {
    private final ProfileRepository profiles;

    ProfileController(ProfileRepository profiles) {
      this.profiles = profiles;
    }

    @Get("/{id}")
    Mono<Profile> executedOnBlocking(String id) {
      Profile profile = profiles.load(id);
      return Mono.just(profile);
    }
  }

  /** Does a worker verticle wait before it is up? It may. */
  static final class ImportVerticle extends VerticleBase {
    private final ProfileRepository profiles;

    ImportVerticle(ProfileRepository profiles) {
      this.profiles = profiles;
    }

    @Override
    public Future<?> start() {
      Profile admin = profiles.load("admin");
      return Future.succeededFuture(admin);
    }
  }

  static Future<String> deployOnWorkers(Vertx vertx, ProfileRepository profiles) {
    return vertx.deployVerticle(
        () -> new ImportVerticle(profiles),
        new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER));
  }
}
