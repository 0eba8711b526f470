package pitfalls.asynccontractbroken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jetbrains.annotations.Blocking;
import org.jetbrains.annotations.NonBlocking;

/** An interface of the program that promises not to block, and what implements it. */
final class Promises {
  private Promises() {}

  interface EventListener {
    @NonBlocking
    void onOrder(String order);

    void onShutdown();
  }

  @io.smallrye.common.annotation.NonBlocking
  interface Lookup {
    String find(String key);
  }

  abstract static class Filter {
    @NonBlocking
    abstract boolean accepts(String order);
  }

  static final class FileListener implements EventListener {
    private final Path log;

    FileListener(Path log) {
      this.log = log;
    }

    @Override
    public void onOrder(String order) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      append(order); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
    }

    @Override
    public void onShutdown() {
      append("shutdown");
    }

    private void append(String line) {
      try {
        Files.writeString(log, line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static final class SleepyListener implements EventListener {
    @Override
    public void onOrder(String order) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      try {
        Thread.sleep(100); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onShutdown() {}
  }

  static final class DeclaredListener implements EventListener {
    private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

    @Override
    @Blocking
    public void onOrder(String order) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      seen.put(order, order); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
    }

    @Override
    public void onShutdown() {
      seen.clear();
    }
  }

  static final class WaitingListener implements EventListener {
    private final CompletableFuture<String> ready;

    WaitingListener(CompletableFuture<String> ready) {
      this.ready = ready;
    }

    @Override
    public void onOrder(String order) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      System.out.println(ready.join() + order); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
    }

    @Override
    public void onShutdown() {
      ready.cancel(false);
    }
  }

  static final class DatabaseLookup implements Lookup {
    private final DataSource source;

    DatabaseLookup(DataSource source) {
      this.source = source;
    }

    @Override
    public String find(String key) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      try (Connection connection = source.getConnection()) { // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
        return connection.getCatalog() + key;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static final class FileFilter extends Filter {
    private final Path folder;

    FileFilter(Path folder) {
      this.folder = folder;
    }

    @Override
    boolean accepts(String order) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      return read(order).isEmpty(); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
    }

    private String read(String order) {
      try {
        return Files.readString(folder.resolve(order));
      } catch (IOException e) {
        return "";
      }
    }
  }

  @io.smallrye.common.annotation.Blocking
  static final class BlockingLookup implements Lookup {
    @Override
    public String find(String key) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      return key.strip(); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
    }
  }

  static class ListFilter extends Filter {
    @Override
    boolean accepts(String order) {
      return !order.isBlank();
    }
  }

  static final class SlowListFilter extends ListFilter {
    private final Path list;

    SlowListFilter(Path list) {
      this.list = list;
    }

    @Override
    boolean accepts(String order) { // expect[error-prone, source]: AsyncContractBroken - bytecode has no line for the name
      try {
        return Files.readAllLines(list).contains(order); // expect[spotbugs]: AsyncContractBroken - the first line that bytecode has of the method
      } catch (IOException e) {
        return false;
      }
    }
  }

  static final class QueueingListener implements EventListener {
    private final Executor executor;
    private final FileListener file;

    QueueingListener(Executor executor, FileListener file) {
      this.executor = executor;
      this.file = file;
    }

    @Override
    public void onOrder(String order) {
      executor.execute(() -> file.onOrder(order));
    }

    @Override
    public void onShutdown() {
      file.onShutdown();
    }
  }

  static final class MemoryLookup implements Lookup {
    private final ConcurrentMap<String, String> values = new ConcurrentHashMap<>();

    @Override
    public String find(String key) {
      return values.getOrDefault(key, "");
    }
  }

  static final class UnknownDelegate implements EventListener {
    private final EventListener next;

    UnknownDelegate(EventListener next) {
      this.next = next;
    }

    @Override
    public void onOrder(String order) {
      next.onOrder(order);
    }

    @Override
    public void onShutdown() {
      next.onShutdown();
    }
  }

  interface Archive {
    void store(String order);
  }

  static final class FileArchive implements Archive {
    private final Path folder;

    FileArchive(Path folder) {
      this.folder = folder;
    }

    @Override
    public void store(String order) {
      try {
        Files.createFile(folder.resolve(order));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static class QuickBase {
    @Blocking
    String load(String key) {
      return key;
    }
  }

  static final class QuickLoad extends QuickBase {
    @Override
    @NonBlocking
    String load(String key) {
      return key.strip();
    }
  }
}
