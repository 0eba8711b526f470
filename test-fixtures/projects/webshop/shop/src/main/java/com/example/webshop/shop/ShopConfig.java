package com.example.webshop.shop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What an operator can set. */
record ShopConfig(
    int port,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    String bucket,
    Path coupons,
    Path templates,
    long shippingCents) {

  static ShopConfig read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new ShopConfig(
        Integer.parseInt(properties.getProperty("http.port", "8080")),
        properties.getProperty("jdbc.url", "jdbc:h2:./shop"),
        properties.getProperty("jdbc.user", "shop"),
        properties.getProperty("jdbc.password", ""),
        properties.getProperty("s3.bucket", "webshop"),
        Path.of(properties.getProperty("coupons", "coupons")),
        Path.of(properties.getProperty("templates", "templates")),
        Long.parseLong(properties.getProperty("shipping.cents", "490")));
  }
}
