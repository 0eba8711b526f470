package com.example.webshop.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The products table. */
public final class ProductDao {
  private static final String COLUMNS = "select sku, title, cents, stock from products";

  private final Jdbc jdbc;

  public ProductDao(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  public void createTable() {
    jdbc.update(
        "create table if not exists products"
            + " (sku varchar(40) primary key, title varchar(200), cents bigint, stock int)");
  }

  public Optional<Product> find(String sku) {
    return jdbc.query(COLUMNS + " where sku = ?", ProductDao::product, sku).stream().findFirst();
  }

  public List<Product> all() {
    return jdbc.query(COLUMNS + " order by title", ProductDao::product);
  }

  public int stock(String sku) {
    return find(sku).map(Product::stock).orElse(0);
  }

  /** Takes the quantity out of stock, or leaves it and answers false. */
  public boolean reserve(String sku, int quantity) {
    return jdbc.update(
            "update products set stock = stock - ? where sku = ? and stock >= ?",
            quantity,
            sku,
            quantity)
        == 1;
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("sku"), row.getString("title"), row.getLong("cents"), row.getInt("stock"));
  }
}
