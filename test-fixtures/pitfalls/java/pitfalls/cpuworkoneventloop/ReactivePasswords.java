package pitfalls.cpuworkoneventloop;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import io.micronaut.http.HttpResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;

/** Password hashing in WebFlux and reactor-netty. */
final class ReactivePasswords {
  record Login(String user, String password) {}

  interface Users {
    Mono<String> storedHash(String user);
  }

  private ReactivePasswords() {}

  /** The body of a filter runs on the event loop that read the request. */
  static final class ApiKeyFilter implements WebFilter {
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final String storedKey;

    ApiKeyFilter(String storedKey) {
      this.storedKey = storedKey;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      String key = exchange.getRequest().getHeaders().getFirst("X-Api-Key");
      if (!encoder.matches(key, storedKey)) { // expect: CpuWorkOnEventLoop
        return exchange.getResponse().setComplete();
      }
      return chain.filter(exchange);
    }
  }

  @RestController
  static final class LoginController {
    private final PasswordEncoder encoder;
    private final Users users;
    private final Scheduler hashing = Schedulers.newBoundedElastic(4, 1000, "hashing");

    LoginController(PasswordEncoder encoder, Users users) {
      this.encoder = encoder;
      this.users = users;
    }

    @PostMapping("/login")
    Mono<Boolean> login(@RequestBody Login login) {
      return users
          .storedHash(login.user())
          .map(
              hash -> encoder.matches(login.password(), hash)); // expect: CpuWorkOnEventLoop likely
    }

    @PostMapping("/register")
    Mono<String> register(@RequestBody Login login) {
      return Mono.fromCallable(
          () -> encoder.encode(login.password())); // expect: CpuWorkOnEventLoop likely
    }

    @PostMapping("/register-now")
    Mono<String> registerEagerly(@RequestBody Login login) {
      String hash = encoder.encode(login.password()); // expect: CpuWorkOnEventLoop likely
      return users.storedHash(login.user()).map(old -> old.isEmpty() ? hash : old);
    }

    // Silent from here on.

    @PostMapping("/login-offloaded")
    Mono<Boolean> loginOffloaded(@RequestBody Login login) {
      return users
          .storedHash(login.user())
          .publishOn(Schedulers.boundedElastic())
          .map(hash -> encoder.matches(login.password(), hash));
    }

    @PostMapping("/register-offloaded")
    Mono<String> registerOffloaded(@RequestBody Login login) {
      return Mono.fromCallable(() -> encoder.encode(login.password()))
          .subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/register-own-scheduler")
    Mono<String> registerOnOwnScheduler(@RequestBody Login login) {
      return Mono.fromCallable(() -> encoder.encode(login.password())).subscribeOn(hashing);
    }

    /** The parallel scheduler is made for work of the processor; no event loop waits for it. */
    @PostMapping("/register-parallel")
    Mono<String> registerOnParallel(@RequestBody Login login) {
      return Mono.fromCallable(() -> encoder.encode(login.password()))
          .subscribeOn(Schedulers.parallel());
    }

    @PostMapping("/register-nested")
    Mono<String> offloadedInFlatMap(@RequestBody Login login) {
      return users
          .storedHash(login.user())
          .flatMap(
              old ->
                  Mono.fromCallable(() -> encoder.encode(login.password()))
                      .subscribeOn(Schedulers.boundedElastic()));
    }

    /** Not reactive: a servlet container gives this method a thread of its own. */
    @PostMapping("/register-servlet")
    String registerOnServlet(@RequestBody Login login) {
      return encoder.encode(login.password());
    }
  }

  static RouterFunction<ServerResponse> functionalRoute(PasswordEncoder encoder) {
    return RouterFunctions.route(
        POST("/hash"),
        request ->
            request
                .bodyToMono(String.class)
                .map(encoder::encode) // expect: CpuWorkOnEventLoop
                .flatMap(hash -> ServerResponse.ok().bodyValue(hash)));
  }

  static HttpServer reactorNettyServer(BCryptPasswordEncoder encoder) {
    return HttpServer.create()
        .handle(
            (request, response) ->
                response.sendString(
                    request
                        .receive()
                        .aggregate()
                        .asString()
                        .map(body -> encoder.encode(body)))); // expect: CpuWorkOnEventLoop definite
  }

  static HttpServer reactorNettyOffloaded(BCryptPasswordEncoder encoder) {
    return HttpServer.create()
        .handle(
            (request, response) ->
                response.sendString(
                    request
                        .receive()
                        .aggregate()
                        .asString()
                        .publishOn(Schedulers.boundedElastic())
                        .map(encoder::encode)));
  }

  /** Nobody waits on this thread but its own caller. */
  static HttpResponse<String> blockingAnswer(PasswordEncoder encoder, String password) {
    return HttpResponse.ok(encoder.encode(password));
  }
}
