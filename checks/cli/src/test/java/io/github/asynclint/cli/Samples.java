package io.github.asynclint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Code for the command to look at. */
final class Samples {
  /** One error of UnawaitedFuture in line 13. */
  static final String ORDERS =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;

      class Orders {
        private String last = "";

        CompletableFuture<Void> saveAsync(String order) {
          return CompletableFuture.runAsync(() -> System.out.println(last + order));
        }

        void place(String order) {
          saveAsync(order);
        }
      }
      """;

  static final String CLEAN = "package shop; class Clean { int size() { return 1; } }";

  private Samples() {}

  static Path write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  static Path orders(Path root) throws IOException {
    write(root, "shop/Orders.java", ORDERS);
    return root;
  }

  /** Compiles the files into a folder. */
  static Path compile(Path target, Path... files) throws IOException {
    Files.createDirectories(target);
    List<String> args = new ArrayList<>(List.of("-g", "-proc:none"));
    args.addAll(List.of("-d", target.toString()));
    for (Path file : files) {
      args.add(file.toString());
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler().run(null, err, err, args.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException(err.toString(UTF_8));
    }
    return target;
  }
}
