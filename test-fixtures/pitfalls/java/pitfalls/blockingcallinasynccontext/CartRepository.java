package pitfalls.blockingcallinasynccontext;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Where do carts live? Plain synchronous JDBC, right on a worker and wrong on an event loop. */
public final class CartRepository {
  private final DataSource database;
  private final Map<String, Cart> recent = new ConcurrentHashMap<>();

  public CartRepository(DataSource database) {
    this.database = database;
  }

  public Cart load(String id) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("select sku from item where id=?")) {
      query.setString(1, id);
      List<String> skus = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          skus.add(rows.getString(1));
        }
      }
      return new Cart(id, "", skus, 0);
    } catch (SQLException e) {
      throw new IllegalStateException("cart " + id, e);
    }
  }

  public void save(Cart cart) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update cart set cents=? where id=?")) {
      update.setLong(1, cart.cents());
      update.setString(2, cart.id());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cart " + cart.id(), e);
    }
  }

  public Cart recent(String id) {
    return recent.getOrDefault(id, Cart.empty(id));
  }

  public void remember(Cart cart) {
    recent.merge(cart.id(), cart, (old, fresh) -> fresh);
  }
}
