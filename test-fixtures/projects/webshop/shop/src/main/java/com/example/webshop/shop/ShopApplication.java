package com.example.webshop.shop;

import com.example.webshop.catalog.OrderDao;
import com.example.webshop.catalog.Pricing;
import com.example.webshop.catalog.ProductDao;
import com.example.webshop.storage.BlobStore;
import com.example.webshop.storage.ReceiptArchive;
import com.example.webshop.storage.ReceiptMailer;
import com.example.webshop.storage.Templates;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Opens the shop. */
public final class ShopApplication {
  private static final Logger log = LoggerFactory.getLogger(ShopApplication.class);

  private ShopApplication() {}

  public static void main(String[] args) throws IOException {
    ShopConfig config = ShopConfig.read(Path.of(args.length > 0 ? args[0] : "shop.properties"));
    DataSource database =
        JdbcConnectionPool.create(config.jdbcUrl(), config.jdbcUser(), config.jdbcPassword());
    ProductDao products = new ProductDao(database);
    OrderDao orders = new OrderDao(database);
    products.createTable();
    orders.createTable();

    BlobStore blobs = new BlobStore(S3AsyncClient.create(), config.bucket());
    ReceiptArchive archive = new ReceiptArchive(blobs);
    ReceiptMailer mailer = new ReceiptMailer(new Templates(config.templates()), blobs);
    new NightlyReport(orders, archive).start();

    Vertx vertx = Vertx.vertx();
    Offload offload = new Offload(vertx);
    StockService stock = new StockService(products, offload);
    ShopVerticle shop =
        new ShopVerticle(
            config.port(),
            new CatalogRoutes(products, stock, offload, new Timings()),
            new CheckoutRoutes(
                orders,
                new Pricing(config.shippingCents()),
                new FileCoupons(config.coupons()),
                archive,
                stock,
                offload),
            new AccountRoutes(new Accounts(), offload),
            new FeedRoutes(blobs, offload));
    vertx
        .deployVerticle(new CartVerticle())
        .compose(id -> vertx.deployVerticle(new ReceiptVerticle(archive, mailer)))
        .compose(id -> vertx.deployVerticle(shop))
        .onSuccess(id -> log.info("the shop is open on port {}", config.port()))
        .onFailure(failure -> log.error("the shop stays closed", failure));
  }
}
