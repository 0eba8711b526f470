package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustnessTest {
  private static final String DROPS =
      """
      package shop;

      class Drops {
        void order() {
          java.util.concurrent.CompletableFuture.runAsync(() -> System.out.println("stored"));
        }
      }
      """;
  private static final String DROPS_FILE = "shop/Drops.java";
  private static final String RULE = "UnawaitedFuture";

  @TempDir Path folder;

  @Test
  void generatedSourcesAreSeenThrough() throws Exception {
    String source =
        """
        package shop;

        import java.nio.file.Path;
        import reactor.core.publisher.Mono;

        class Uses {
          Mono<String> receipt(Path file) {
            return Mono.fromCallable(() -> Generated.read(file));
          }
        }
        """;
    List<String> options =
        List.of(
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-processor",
            GeneratingProcessor.class.getName());
    CompilerRun run =
        CompilerRun.of(
            folder, options, "", Map.of("shop/Uses.java", source, DROPS_FILE, DROPS));
    assertThat(run.of("BlockingCallInAsyncContext")).containsExactly("WARNING 8");
    assertThat(run.of(RULE)).containsExactly("ERROR 5");
    assertThat(run.texts())
        .anySatisfy(text -> assertThat(text).contains("Generated.read (Generated.java:5)"));
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void sourcesWithErrorsAddNothingToThem() throws Exception {
    String broken =
        """
        package shop;

        class Broken extends Missing {
          void order() {
            Drops.unknown().thenAccept(x -> y);
            java.util.concurrent.CompletableFuture.runAsync(() -> missing());
            new Missing() { void m() { this.n(); } };
          }
        }
        """;
    CompilerRun run =
        CompilerRun.of(folder, "", Map.of("shop/Broken.java", broken, DROPS_FILE, DROPS));
    assertThat(run.success()).isFalse();
    assertThat(run.texts()).anyMatch(text -> text.contains("cannot find symbol"));
    assertThat(run.notes()).isEmpty();
    assertThat(run.texts()).noneMatch(text -> text.contains("unhandled exception"));
  }

  @Test
  void anotherCompilePolicyGivesANoteAndNoFindings() throws Exception {
    List<String> options =
        List.of("-XDcompilePolicy=byfile", "--should-stop=ifError=FLOW", "-proc:none");
    CompilerRun run = CompilerRun.of(folder, options, "", Map.of(DROPS_FILE, DROPS));
    assertThat(run.success()).isTrue();
    assertThat(run.of(RULE)).isEmpty();
    assertThat(run.notes()).hasSize(1).first().asString().contains("-XDcompilePolicy=simple");
  }

  @Test
  void whatSyntaxThereIsIsRead() throws Exception {
    String syntax =
        """
        package shop;

        @interface Odd { Class<?>[] value() default {}; }

        sealed interface Shape permits Circle, Square {}
        record Circle(int radius) implements Shape { Circle { assert radius > 0; } }
        enum Square implements Shape { ONE { @Override void m() {} }; void m() {} }

        class Syntax<T extends Comparable<? super T>> {
          static { ; }
          { class Local { int x = switch (hashCode()) { case 1 -> 2; default -> { yield 3; } }; } }

          <X extends Exception> void m(Object o, int... rest) throws X {
            label:
            for (;;) { if (o instanceof Circle c && c.radius() > 1) { break label; } }
            synchronized (this) { do { continue; } while (rest.length > 5); }
            Runnable[] all = {() -> {}, this::toString, Syntax::new};
            try (java.io.StringReader in = new java.io.StringReader(""); in) { in.read(); }
            catch (RuntimeException | java.io.IOException e) { throw (X) e; }
            finally { all[0].run(); }
          }
        }
        """;
    CompilerRun run =
        CompilerRun.of(
            folder,
            "",
            Map.of(
                "shop/Syntax.java",
                syntax,
                "shop/package-info.java",
                "@Deprecated package shop;",
                "Empty.java",
                ""));
    assertThat(run.notes()).isEmpty();
    assertThat(run.output()).isEmpty();
    assertThat(run.texts()).noneMatch(text -> text.contains("unhandled exception"));
  }

  @Test
  void compilationsInOneProcessDoNotDisturbEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<CompilerRun>> runs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Path own = Files.createDirectories(folder.resolve("run" + i));
        runs.add(() -> CompilerRun.of(own, "", Map.of(DROPS_FILE, DROPS)));
      }
      for (Future<CompilerRun> run : threads.invokeAll(runs)) {
        assertThat(run.get().of(RULE)).containsExactly("ERROR 5");
        assertThat(run.get().notes()).isEmpty();
      }
    } finally {
      threads.shutdown();
    }
  }
}
