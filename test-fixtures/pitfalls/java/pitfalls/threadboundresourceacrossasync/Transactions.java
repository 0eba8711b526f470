package pitfalls.threadboundresourceacrossasync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** A transaction that an annotation starts is tied to the thread that called the method. */
final class Transactions {
  private final JdbcTemplate jdbc;
  private final Ledger ledger;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  Transactions(JdbcTemplate jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  static final class Ledger {
    private final JdbcTemplate jdbc;

    Ledger(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @Transactional
    void book(String order) {
      jdbc.update("insert into ledger (id) values (?)", order);
    }
  }

  private void insert(String order) {
    jdbc.update("insert into orders (id) values (?)", order);
  }

  @Transactional
  public CompletableFuture<Void> placeInBackground(String order) {
    return CompletableFuture.runAsync(
        () -> insert(order), workers); // expect: ThreadBoundResourceAcrossAsync
  }

  @jakarta.transaction.Transactional
  public void placeAll(List<String> orders) {
    for (String order : orders) {
      workers.execute(
          () -> jdbc.update("insert into orders (id) values (?)", order)); // expect: ThreadBoundResourceAcrossAsync
    }
  }

  @Transactional
  public void placeHere(List<String> orders) {
    orders.forEach(this::insert);
  }

  @Transactional
  public void transactionOfItsOwn(String order) {
    insert(order);
    workers.execute(() -> ledger.book(order));
  }

  public CompletableFuture<Void> notTransactional(String order) {
    return CompletableFuture.runAsync(() -> insert(order), workers);
  }

  @Transactional
  public void onlyMemoryElsewhere(String order, List<String> mail) {
    insert(order);
    workers.execute(() -> mail.forEach(String::strip));
  }
}
