package pitfalls.synccallwithasynctwin;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** What does a client of a remote service offer, in its synchronous and asynchronous forms? */
interface PriceClient {
  BigDecimal fetch(String sku);

  CompletableFuture<BigDecimal> fetchAsync(String sku);

  List<BigDecimal> fetchAll(List<String> skus);

  Mono<List<BigDecimal>> fetchAllReactive(List<String> skus);

  void publish(String sku, BigDecimal price);

  Uni<Void> publishAsync(String sku, BigDecimal price);

  BigDecimal convert(BigDecimal price, String currency);

  CompletableFuture<BigDecimal> convertAsync(BigDecimal price, String currency, Executor executor);

  boolean reserve(String sku, int quantity);

  CompletableFuture<Boolean> reserveAsynchronously(String sku, int quantity);

  /** The twin takes less. */
  BigDecimal discount(String sku, String customer);

  CompletableFuture<BigDecimal> discountAsync(String sku);

  /** The twin tells by callback. */
  BigDecimal quote(String sku);

  void quoteAsync(String sku, Consumer<BigDecimal> told);

  BigDecimal estimate(String sku);

  /**
   * The twin is on its way out.
   *
   * @deprecated it never kept its order
   */
  @Deprecated
  CompletableFuture<BigDecimal> estimateAsync(String sku);

  String getCurrency();

  CompletableFuture<String> getCurrencyAsync();

  PriceClient forShop(String shop);

  CompletableFuture<PriceClient> forShopAsync(String shop);
}
