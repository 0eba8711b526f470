package com.example.webshop.catalog;

import java.util.List;
import javax.sql.DataSource;

/** The orders table. */
public final class OrderDao {
  private final Jdbc jdbc;

  public OrderDao(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  public void createTable() {
    jdbc.update(
        "create table if not exists orders"
            + " (id varchar(40) primary key, customer varchar(80), cents bigint, shipped boolean)");
  }

  public void insert(PurchaseOrder order, long cents) {
    jdbc.update(
        "insert into orders (id, customer, cents, shipped) values (?, ?, ?, false)",
        order.id(),
        order.customer(),
        cents);
  }

  public void cancel(String orderId) {
    jdbc.update("delete from orders where id = ? and not shipped", orderId);
  }

  public List<String> unshipped() {
    return jdbc.query("select id from orders where not shipped", row -> row.getString("id"));
  }
}
