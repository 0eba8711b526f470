package pitfalls.threadboundresourceacrossasync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JDBC connection carries one transaction and is used by one thread at a time. */
final class JdbcConnections {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcConnections.class);

  private final DataSource source;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  JdbcConnections(DataSource source) {
    this.source = source;
  }

  private static void insert(Connection connection, String order) {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into audit (id) values (?)")) {
      insert.setString(1, order);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void auditOnTheCallersConnection(Connection connection, String order) {
    workers.execute(
        () -> insert(connection, order)); // expect: ThreadBoundResourceAcrossAsync
  }

  void oneTaskForEachOrder(Connection connection, List<String> orders) {
    for (String order : orders) {
      workers.execute(
          () -> {
            LOG.info("auditing {}", order);
            insert(connection, order); // expect: ThreadBoundResourceAcrossAsync
          });
    }
  }

  CompletableFuture<Boolean> statementOfTheCaller(PreparedStatement statement) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return statement.execute(); // expect: ThreadBoundResourceAcrossAsync
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        },
        workers);
  }

  void usedOnBothSides(String order) throws SQLException {
    Connection connection = source.getConnection();
    workers.execute(
        () -> insert(connection, order)); // expect: ThreadBoundResourceAcrossAsync
    connection.commit();
  }

  void obtainedInside(String order) {
    workers.execute(
        () -> {
          try (Connection connection = source.getConnection()) {
            insert(connection, order);
          } catch (SQLException e) {
            LOG.warn("no audit of {}", order, e);
          }
        });
  }

  void handedOver(String order) throws SQLException {
    Connection connection = source.getConnection();
    workers.execute(
        () -> {
          try {
            insert(connection, order);
            connection.close();
          } catch (SQLException e) {
            LOG.warn("not closed after {}", order, e);
          }
        });
  }

  void waitedFor(Connection connection, String order) {
    CompletableFuture.runAsync(() -> insert(connection, order), workers).join();
  }

  void insertAll(Connection connection, List<String> orders) {
    orders.forEach(order -> insert(connection, order));
  }

  CompletableFuture<String> valueReadBefore(Connection connection) throws SQLException {
    String catalog = connection.getCatalog();
    return CompletableFuture.supplyAsync(() -> "catalog " + catalog, workers);
  }
}
