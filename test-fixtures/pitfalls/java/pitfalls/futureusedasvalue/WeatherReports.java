package pitfalls.futureusedasvalue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Texts, log lines, JSON and comparisons with what a remote service will answer. */
final class WeatherReports {
  private static final Logger log = LoggerFactory.getLogger(WeatherReports.class);

  private final WeatherClient client;
  private final Map<String, CompletableFuture<String>> pending = new HashMap<>();

  WeatherReports(WeatherClient client) {
    this.client = client;
  }

  String headline(String city) {
    return "Today in " + city + ": " + client.condition(city); // expect: FutureUsedAsValue
  }

  void loggedWithAnArgument(String city) {
    log.info("forecast: {}", client.forecast(city)); // expect: FutureUsedAsValue
  }

  void loggedWithSeveral(String city) {
    log.info( // expect: FutureUsedAsValue
        "{}: {} degrees, {}", city, client.temperature(city), "measured");
  }

  void loggedAsAText(String city) {
    log.warn("warning: " + client.warning(city)); // expect: FutureUsedAsValue
  }

  boolean isSunny(String city) {
    return "sunny".equals(client.condition(city)); // expect: FutureUsedAsValue
  }

  boolean isRainy(String city) {
    return client.condition(city).equals("rain"); // expect: FutureUsedAsValue
  }

  String asJson(ObjectMapper mapper, String city) throws JsonProcessingException {
    return mapper.writeValueAsString(client.temperature(city)); // expect: FutureUsedAsValue
  }

  String asJsonWithGson(Gson gson, String city) {
    return gson.toJson(client.condition(city)); // expect: FutureUsedAsValue
  }

  String formatted(String city) {
    return String.format( // expect: FutureUsedAsValue
        "%s: %s", city, client.temperature(city));
  }

  String asAText(String city) {
    Mono<String> forecast = client.forecast(city);
    return String.valueOf(forecast); // expect: FutureUsedAsValue
  }

  CompletableFuture<String> shownAndReturned(String city) {
    CompletableFuture<String> asking = client.condition(city);
    log.debug("asking {}", asking); // expect: FutureUsedAsValue likely
    return asking;
  }

  CompletableFuture<String> headlineInTheChain(String city) {
    return client.condition(city).thenApply(condition -> "Today in " + city + ": " + condition);
  }

  void loggedInTheChain(String city) {
    client
        .temperature(city)
        .whenComplete(
            (degrees, failure) -> log.info("{} degrees or {}", degrees, String.valueOf(failure)));
  }

  String joined(String city) {
    return "Today: " + client.condition(city).join();
  }

  boolean isSunnyInTheEnd(String city) {
    return "sunny".equals(client.condition(city).join());
  }

  void stateOfAGivenOne(CompletableFuture<String> given) {
    log.debug("completing {}", given);
  }

  void stateOfAKeptOne(String city) {
    log.debug("pending {}", pending.get(city));
  }

  boolean isTheSame(String city, Future<String> other) {
    Future<String> current = client.warning(city);
    return current.equals(other);
  }

  boolean wasReplaced(String city, CompletableFuture<String> other) {
    return pending.replace(city, other, client.condition(city));
  }

  void countedOnly(int asked) {
    log.info("{} cities asked, {} pending", asked, pending.size());
  }
}
