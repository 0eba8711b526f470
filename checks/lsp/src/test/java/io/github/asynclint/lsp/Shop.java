package io.github.asynclint.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small program with one dropped future, and one that depends on what another file says. */
final class Shop {
  static final String ORDERS =
      """
      package shop;

      class Orders {
        private final Store store = new Store();

        void place(String order) {
          store.save(order);
        }

        int size() {
          return 1;
        }
      }
      """;

  static final String STORE =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;

      class Store {
        CompletableFuture<Void> save(String order) {
          return CompletableFuture.runAsync(() -> System.out.println(order));
        }
      }
      """;

  /** Here saving is done when the method returns, so that there is nothing to wait for. */
  static final String SYNCHRONOUS_STORE =
      """
      package shop;

      class Store {
        void save(String order) {
          System.out.println(order);
        }
      }
      """;

  private Shop() {}

  static Path write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
