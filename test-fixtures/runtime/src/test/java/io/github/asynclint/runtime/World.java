package io.github.asynclint.runtime;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import redis.clients.jedis.JedisPooled;

/** What does one situation find around it? Its arguments by type; nothing is shared with others. */
final class World implements AutoCloseable {
  // The implementations that the fixtures' interfaces have; of two the one that does not block.
  private static final Map<String, String> IMPLEMENTATIONS =
      Map.of(
          "pitfalls.blockingcallinasynccontext.PriceCatalog", "JdbcPriceCatalog",
          "pitfalls.blockingcallinasynccontext.TaxTable", "InMemoryTaxTable",
          "pitfalls.blockingcallinasynccontext.StockLevels", "StockLevels$Mirrored",
          "pitfalls.blockingwaitinasynccontext.PaymentGateway", "RemotePaymentGateway",
          "pitfalls.blockingwaitinasynccontext.RiskScores", "RememberedRiskScores",
          "pitfalls.fakeasync.GeoLookup", "HttpGeoLookup",
          "pitfalls.fakeasync.CountryNames", "FixedCountryNames");

  private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();
  private final Map<Class<?>, Object> made = new HashMap<>();
  private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(4);
  private final Streams streams;
  private final Path folder;

  World(Watch watch, RemoteService remote, Variant variant) {
    this.streams = new Streams(this::make, workers, variant);
    try {
      this.folder = Files.createTempDirectory("fixtures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    URI address = remote.address();
    makers.put(Vertx.class, World::newVertx);
    makers.put(ExecutorService.class, () -> workers);
    makers.put(Executor.class, () -> workers);
    makers.put(String.class, () -> "1");
    // More than the limits in the fixtures, as the 30 nights of a long booking.
    makers.put(int.class, () -> 40);
    makers.put(Integer.class, () -> 40);
    makers.put(double.class, () -> 1.0);
    makers.put(boolean.class, () -> true);
    makers.put(long.class, () -> 1L);
    makers.put(byte[].class, () -> new byte[] {'1'});
    makers.put(Path.class, this::file);
    makers.put(File.class, () -> file().toFile());
    makers.put(URI.class, () -> address);
    makers.put(URL.class, () -> url(address));
    makers.put(Map.class, Map::of);
    makers.put(DataSource.class, () -> new FakeDatabase(watch).dataSource());
    makers.put(JdbcTemplate.class, () -> new JdbcTemplate((DataSource) make(DataSource.class)));
    makers.put(RestTemplate.class, () -> restTemplate(address));
    makers.put(HttpClient.class, HttpClient::newHttpClient);
    makers.put(HttpRequest.class, () -> HttpRequest.newBuilder(address).build());
    makers.put(WebClient.class, () -> WebClient.create(address.toString()));
    makers.put(io.vertx.ext.web.client.WebClient.class, this::vertxClient);
    makers.put(JedisPooled.class, () -> new JedisPooled(address.getHost(), address.getPort()));
    makers.put(CountDownLatch.class, this::latch);
    makers.put(Lock.class, ReentrantLock::new);
    makers.put(
        reactor.core.scheduler.Scheduler.class,
        reactor.core.scheduler.Schedulers::boundedElastic);
    makers.put(
        io.reactivex.rxjava3.core.Scheduler.class,
        io.reactivex.rxjava3.schedulers.Schedulers::io);
    makers.put(
        io.netty.util.concurrent.EventExecutor.class,
        io.netty.util.concurrent.DefaultEventExecutor::new);
  }

  Vertx vertx() {
    return (Vertx) make(Vertx.class);
  }

  ScheduledExecutorService workers() {
    return workers;
  }

  /** Where files may be written; it goes with the world. */
  Path folder() {
    return folder;
  }

  /** From now on arguments of this type are this one. */
  void give(Class<?> type, Object argument) {
    makers.put(type, () -> argument);
  }

  /** The arguments of a method or constructor. */
  Object[] arguments(Executable code) {
    Type[] types = code.getGenericParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = make(types[i]);
    }
    return arguments;
  }

  /** An object of this type; there is one of each, but of files. */
  Object make(Type type) {
    if (type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && !makers.containsKey(raw)) {
      return streams.make(raw, generic.getActualTypeArguments()[0]);
    }
    Class<?> wanted =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    if (wanted == Path.class || wanted == File.class) {
      return makers.get(wanted).get();
    }
    if (!made.containsKey(wanted)) {
      made.put(
          wanted,
          makers.containsKey(wanted)
              ? makers.get(wanted).get()
              : constructed(implementation(wanted)));
    }
    return made.get(wanted);
  }

  private static Class<?> implementation(Class<?> type) {
    if (!type.getName().startsWith("pitfalls.")) {
      throw new IllegalArgumentException("no argument of " + type);
    }
    return Optional.ofNullable(IMPLEMENTATIONS.get(type.getName()))
        .<Class<?>>map(name -> load(type.getPackageName() + "." + name))
        .orElse(type);
  }

  static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object constructed(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(arguments(constructor));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  private static Vertx newVertx() {
    AddressResolverOptions hosts =
        new AddressResolverOptions()
            .setHostsValue(Buffer.buffer("127.0.0.1 localhost\n127.0.0.1 orders.example\n"));
    return Vertx.vertx(
        new VertxOptions()
            .setUseDaemonThread(true)
            .setEventLoopPoolSize(1)
            .setAddressResolverOptions(hosts)
            // Event loops do block here.
            .setBlockedThreadCheckInterval(TimeUnit.HOURS.toMillis(1)));
  }

  private io.vertx.ext.web.client.WebClient vertxClient() {
    return io.vertx.ext.web.client.WebClient.create(
        vertx(), new WebClientOptions().setConnectTimeout(500));
  }

  private static RestTemplate restTemplate(URI address) {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    RestTemplate template = new RestTemplate();
    template.setRequestFactory((uri, method) -> requests.createRequest(address, method));
    return template;
  }

  private CountDownLatch latch() {
    CountDownLatch latch = new CountDownLatch(1);
    workers.schedule(latch::countDown, 200, TimeUnit.MILLISECONDS);
    return latch;
  }

  private Path file() {
    try {
      return Files.writeString(Files.createTempFile(folder, "text", ".txt"), "first\nsecond\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(URI address) {
    try {
      return address.toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Not waited for: where a fixture blocks its event loop for good there is no end to wait for.
    Optional.ofNullable((Vertx) made.get(Vertx.class)).ifPresent(Vertx::close);
    workers.shutdownNow();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
