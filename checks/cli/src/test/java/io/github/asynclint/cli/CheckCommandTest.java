package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void showsAFindingWithItsLineAndAMarkUnderTheCall() throws IOException {
    Run run = Run.check(Samples.orders(folder));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("shop/Orders.java:13: error: [UnawaitedFuture] ")
        .contains("   13 |     saveAsync(order);\n      |     ^^^^^^^^^\n")
        .contains("   instead    ")
        .contains("   more       asynclint explain UnawaitedFuture\n")
        .endsWith("\n1 error, 0 warnings in 1 file\n")
        .doesNotContain("\u001b");
    assertThat(run.err()).matches("asynclint: 1 class analysed in [0-9.]+ s\\R");
  }

  @Test
  void saysTheSameTwice() throws IOException {
    Samples.orders(folder);
    Samples.write(folder, "cart/Orders.java", Samples.ORDERS.replace("shop", "cart"));

    assertThat(Run.check(folder).out()).isEqualTo(Run.check(folder).out());
  }

  @Test
  void endsWithZeroWhereNothingIsFound() throws IOException {
    Samples.write(folder, "shop/Clean.java", Samples.CLEAN);

    Run run = Run.check(folder);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo("nothing found\n");
  }

  @Test
  void namesSuppressionsWithoutPurposeWhenAsked() throws IOException {
    Samples.write(
        folder,
        "shop/Orders.java",
        """
        package shop;

        import java.util.concurrent.CompletableFuture;

        class Orders {
          CompletableFuture<Void> saveAsync(String order) {
            return CompletableFuture.runAsync(() -> System.out.println(order));
          }

          void place(String order) {
            // asynclint:ignore UnawaitedFuture - the log may be late
            saveAsync(order);
            saveAsync(order); // asynclint:ignore UnawaitedFuture
            // asynclint:ignore FakeAsync - a leftover
            order.length();
          }

          @SuppressWarnings({"UnawaitedFuture", "unchecked"})
          void cancel(String order) {
            order.length();
          }

          @SuppressWarnings("UnawaitedFuture")
          void repeat(String order) {
            saveAsync(order);
          }
        }
        """);

    Run asked = Run.check(folder, "--unused-suppressions");
    Run notAsked = Run.check(folder);

    assertThat(asked.exit()).isZero();
    assertThat(asked.complaints())
        .containsExactly(
            "asynclint: shop/Orders.java:13: asynclint:ignore UnawaitedFuture gives no reason",
            "asynclint: shop/Orders.java:14: asynclint:ignore FakeAsync suppresses nothing",
            "asynclint: shop/Orders.java:19: @SuppressWarnings(\"UnawaitedFuture\") suppresses"
                + " nothing");
    assertThat(notAsked.complaints()).isEmpty();
  }

  @Test
  void takesASingleFile() throws IOException {
    Path file = Samples.orders(folder).resolve("shop/Orders.java");

    assertThat(Run.check(file).out()).contains("Orders.java:13: error: [UnawaitedFuture]");
  }

  @Test
  void failsOnlyOnWhatItIsTold() throws IOException {
    Samples.orders(folder);

    assertThat(Run.check(folder, "--fail-on", "never").exit()).isZero();
    assertThat(Run.check(folder, "--fail-on", "warning").exit()).isEqualTo(1);
    assertThat(Run.check(folder, "--fail-on=error").exit()).isEqualTo(1);
  }

  @Test
  void leavesOutDisabledRules() throws IOException {
    Run run = Run.check(Samples.orders(folder), "--disable", "FakeAsync,UnawaitedFuture");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo("nothing found\n");
  }

  @Test
  void enablesAllOrSome() throws IOException {
    Samples.orders(folder);

    assertThat(Run.check(folder, "--enable-all").exit()).isEqualTo(1);
    assertThat(Run.check(folder, "--enable", "UnawaitedFuture").exit()).isEqualTo(1);
  }

  @Test
  void readsClassFoldersAndJars() throws IOException {
    Path classes =
        Samples.compile(
            folder.resolve("classes"),
            Samples.write(folder, "src/shop/Orders.java", Samples.ORDERS));
    Path jar = folder.resolve("orders.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new JarEntry("shop/Orders.class"));
      zip.write(Files.readAllBytes(classes.resolve("shop/Orders.class")));
    }

    for (Path path : new Path[] {classes, jar}) {
      Run run = Run.check(path);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out()).startsWith("shop/Orders.java:13: error: [UnawaitedFuture] ");
    }
  }

  @Test
  void resolvesAgainstTheClassPath() throws IOException {
    Path library =
        Samples.compile(
            folder.resolve("lib"),
            Samples.write(
                folder,
                "libsrc/lib/Store.java",
                "package lib; public class Store {"
                    + " public java.util.concurrent.CompletableFuture<Void> put(String key) {"
                    + " return new java.util.concurrent.CompletableFuture<>(); } }"));
    Path sources = folder.resolve("src");
    Samples.write(
        sources,
        "shop/Cart.java",
        "package shop;\nclass Cart {\n  void add(lib.Store store) { store.put(\"x\"); }\n}\n");

    assertThat(Run.check(sources).out()).isEqualTo("nothing found\n");
    assertThat(Run.check(sources, "--classpath", library).out())
        .contains("Cart.java:3: error: [UnawaitedFuture]");
  }

  @Test
  void knowsTestFolders() throws IOException {
    Samples.write(folder, "src/test/java/shop/Orders.java", Samples.ORDERS);

    assertThat(Run.check(folder).out()).isEqualTo("nothing found\n");
  }

  @Test
  void looksAtEveryFileWhereTwoPathsDeclareTheSameClass() throws IOException {
    Path one = Samples.orders(folder.resolve("one"));
    Path two = Samples.orders(folder.resolve("two"));

    Run run = Run.of("check", one, two);

    assertThat(run.out())
        .contains("one/shop/Orders.java:13")
        .contains("two/shop/Orders.java:13")
        .endsWith("2 errors, 0 warnings in 2 files\n");
  }

  @Test
  void leavesOutWhatTheBaselineAcceptsThoughTheLineMoved() throws IOException {
    Samples.orders(folder);
    Path baseline = folder.resolve("baseline.txt");

    Run written = Run.check(folder, "--write-baseline", baseline);
    Samples.write(folder, "shop/Orders.java", "// moved\n\n" + Samples.ORDERS);
    Run again = Run.check(folder, "--baseline", baseline);
    Samples.write(
        folder,
        "shop/Orders.java",
        Samples.ORDERS.replace(
            "    saveAsync(order);", "    saveAsync(order);\n    saveAsync(order);"));
    Run second = Run.check(folder, "--baseline", baseline);

    assertThat(written.exit()).isZero();
    assertThat(again.out()).isEqualTo("nothing found\n");
    assertThat(second.out()).endsWith("1 error, 0 warnings in 1 file\n");
  }

  @Test
  void takesModelsOfTheProject() throws IOException {
    Samples.orders(folder);
    Samples.write(folder, "asynclint.yaml", "format: 1\nlibrary: mine\ntypos: []\n");

    Run run = Run.check(folder);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("asynclint.yaml:3").contains("types");
  }
}
