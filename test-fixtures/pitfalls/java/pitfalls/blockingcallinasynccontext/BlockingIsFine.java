package pitfalls.blockingcallinasynccontext;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which plain code may wait because no event loop ever runs it? */
final class BlockingIsFine {
  private BlockingIsFine() {}

  /** What does a synchronous service do? */
  @Service
  static class CartService {
    private final CartRepository carts;
    private final JdbcTemplate jdbc;

    CartService(CartRepository carts, JdbcTemplate jdbc) {
      this.carts = carts;
      this.jdbc = jdbc;
    }

    @Transactional
    public Cart checkOut(String id) {
      Cart cart = carts.load(id);
      jdbc.update("update stock set n = n - 1 where cart = ?", id);
      carts.save(cart);
      return cart;
    }

    @Scheduled(fixedDelay = 60_000)
    public void expire() throws InterruptedException {
      jdbc.update("delete from cart where expires < now()");
      Thread.sleep(100);
    }

    @Async
    public void rebuild(List<String> ids) {
      ids.stream().map(carts::load).forEach(carts::save);
    }
  }

  /** What does a classic JAX-RS resource do on its worker? */
  @Path("/stock")
  static class StockResource {
    private final JdbcTemplate jdbc;

    StockResource(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @GET
    public int stock() {
      Integer all = jdbc.queryForObject("select sum(n) from stock", Integer.class);
      return all == null ? 0 : all;
    }
  }

  static List<Cart> tasksOfAnExecutor(
      ExecutorService workers, CartRepository carts, List<String> ids) throws Exception {
    List<Callable<Cart>> loads =
        ids.stream().map(id -> (Callable<Cart>) () -> carts.load(id)).toList();
    List<Cart> loaded = new java.util.ArrayList<>();
    for (var each : workers.invokeAll(loads)) {
      loaded.add(each.get());
    }
    return loaded;
  }

  static ScheduledFuture<?> periodicTask(ScheduledExecutorService timer, CartRepository carts) {
    return timer.scheduleWithFixedDelay(
        () -> {
          try {
            carts.save(carts.load("default"));
          } catch (RuntimeException e) {
            System.err.println("refresh failed: " + e);
          }
        },
        1,
        1,
        TimeUnit.MINUTES);
  }

  static Thread threadOfItsOwn(CartRepository carts) {
    Thread loader = new Thread(() -> carts.save(carts.load("default")), "cart-loader");
    loader.start();
    return loader;
  }

  public static void main(String[] args) throws InterruptedException {
    System.out.println(AuditLog.lastEntry(java.nio.file.Path.of(args[0])));
    Thread.sleep(1_000);
  }
}
