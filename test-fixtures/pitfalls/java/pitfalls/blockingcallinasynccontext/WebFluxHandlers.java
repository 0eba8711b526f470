package pitfalls.blockingcallinasynccontext;

import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** Do Spring WebFlux and reactor-netty handlers wait on the server's event loop? */
final class WebFluxHandlers {
  private final CartRepository carts;
  private final WebClient client;

  WebFluxHandlers(CartRepository carts, WebClient client) {
    this.carts = carts;
    this.client = client;
  }

  RouterFunction<ServerResponse> blockingRoute() {
    return RouterFunctions.route()
        .GET(
            "/cart/{id}",
            request -> {
              Cart cart =
                  carts.load( // expect: BlockingCallInAsyncContext definite
                      request.pathVariable("id"));
              return ServerResponse.ok().bodyValue(cart);
            })
        .build();
  }

  RouterFunction<ServerResponse> routeOnElastic() {
    return RouterFunctions.route()
        .GET(
            "/cart/{id}",
            request ->
                Mono.fromCallable(() -> carts.load(request.pathVariable("id")))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(cart -> ServerResponse.ok().bodyValue(cart)))
        .build();
  }

  Mono<String> mapAfterWebClient(String id) {
    return client
        .get()
        .uri("/price/{id}", id)
        .retrieve()
        .bodyToMono(Long.class)
        .map(
            cents ->
                carts.load(id).withCents(cents).summary()); // expect: BlockingCallInAsyncContext
  }

  Mono<String> mapAfterWebClientOnElastic(String id) {
    return client
        .get()
        .uri("/price/{id}", id)
        .retrieve()
        .bodyToMono(Long.class)
        .publishOn(Schedulers.boundedElastic())
        .map(cents -> carts.load(id).withCents(cents).summary());
  }

  static ExchangeFilterFunction tokenFromFile(Path token) {
    return (request, next) -> {
      String last = AuditLog.lastEntry(token); // expect: BlockingCallInAsyncContext
      return next.exchange(request).doOnNext(response -> response.cookies().get(last));
    };
  }

  static HttpServer blockingReactorNetty(HttpServer server, CartRepository carts) {
    return server.route(
        routes ->
            routes.get(
                "/cart/{id}",
                (request, response) -> {
                  Cart cart =
                      carts.load( // expect: BlockingCallInAsyncContext definite
                          request.param("id"));
                  return response.sendString(Mono.just(cart.summary()));
                }));
  }

  static HttpServer reactorNettyOnElastic(HttpServer server, CartRepository carts) {
    return server.route(
        routes ->
            routes.get(
                "/cart/{id}",
                (request, response) ->
                    response.sendString(
                        Mono.fromCallable(() -> carts.load(request.param("id")).summary())
                            .subscribeOn(Schedulers.boundedElastic()))));
  }

  static Mono<Cart> reactorNettyClient(HttpClient client, CartRepository carts) {
    return client
        .get()
        .uri("/cart/default")
        .responseSingle(
            (response, body) ->
                body.asString().map(carts::load)); // expect: BlockingCallInAsyncContext
  }

  /** Does a filter ask the database before every request? */
  static final class TenantFilter implements WebFilter {
    private final JdbcTemplate jdbc;

    TenantFilter(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      String host = exchange.getRequest().getURI().getHost();
      Integer tenant =
          jdbc.queryForObject( // expect: BlockingCallInAsyncContext
              "select id from tenant where host = ?", Integer.class, host);
      exchange.getAttributes().put("tenant", tenant);
      return chain.filter(exchange);
    }
  }

  /** Does a filter that moves its query stay responsive? It does. */
  static final class ElasticTenantFilter implements WebFilter {
    private final JdbcTemplate jdbc;

    ElasticTenantFilter(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      String host = exchange.getRequest().getURI().getHost();
      return Mono.fromCallable(
              () -> jdbc.queryForObject("select id from tenant where h = ?", Integer.class, host))
          .subscribeOn(Schedulers.boundedElastic())
          .doOnNext(tenant -> exchange.getAttributes().put("tenant", tenant))
          .then(chain.filter(exchange));
    }
  }

  /** Do controller methods of reactive signature wait? */
  @RestController
  static final class CartController {
    private final CartRepository carts;
    private final RestClient pricing;

    CartController(CartRepository carts, RestClient pricing) {
      this.carts = carts;
      this.pricing = pricing;
    }

    @GetMapping("/carts/{id}")
    public Mono<Cart> cart(@PathVariable String id) {
      Cart cart = carts.load(id); // expect: BlockingCallInAsyncContext
      return Mono.just(cart);
    }

    @PostMapping("/carts")
    public Mono<Cart> create(@RequestBody Mono<Cart> body) {
      return body.doOnNext(cart -> carts.save(cart)); // expect: BlockingCallInAsyncContext
    }

    @GetMapping("/carts/{id}/price")
    public Mono<Long> price(@PathVariable String id) {
      return Mono.fromCallable(
          () ->
              pricing
                  .get()
                  .uri("/price/{id}", id)
                  .retrieve()
                  .body(Long.class)); // expect: BlockingCallInAsyncContext
    }

    @GetMapping("/carts/{id}/elastic")
    public Mono<Cart> cartOnElastic(@PathVariable String id) {
      return Mono.fromCallable(() -> carts.load(id)).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/carts/{id}/recent")
    public Mono<Cart> recent(@PathVariable String id) {
      return Mono.just(carts.recent(id));
    }
  }
}
