package com.example.webshop.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one statement on a pooled connection and maps its rows. */
final class Jdbc {
  private static final Logger log = LoggerFactory.getLogger(Jdbc.class);

  private final DataSource dataSource;

  Jdbc(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Turns the current row into a value. */
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
    log.debug("query {}", sql);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(mapper.map(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new CatalogException("query failed: " + sql, e);
    }
  }

  int update(String sql, Object... arguments) {
    log.debug("update {}", sql);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new CatalogException("update failed: " + sql, e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
