package com.example.bank.platform;

import java.util.List;
import java.util.Map;

/** What data access objects of the bank extend; the statements go through a driver of its own. */
public abstract class TableDao {
  private final Driver driver;

  protected TableDao(Driver driver) {
    this.driver = driver;
  }

  /** Runs a query and waits for its rows. */
  protected final List<Map<String, Object>> query(String statement, Object... values) {
    return driver.rows(statement, List.of(values));
  }

  /** Runs a change and waits until it is written. */
  protected final int update(String statement, Object... values) {
    return driver.rows(statement, List.of(values)).size();
  }

  /** The table that the class is for. */
  protected abstract String table();

  /** Speaks to the database server. */
  public interface Driver {
    List<Map<String, Object>> rows(String statement, List<Object> values);
  }
}
