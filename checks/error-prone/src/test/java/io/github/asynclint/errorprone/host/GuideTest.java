package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide tells people to write is what the plugin understands. */
class GuideTest {
  private static final Path GUIDE = Path.of("../../docs/guides/maven-error-prone.md");
  private static final String SOURCE =
      """
      package shop;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.concurrent.CompletableFuture;
      import reactor.core.publisher.Mono;

      class Shop {
        void order(String id) {
          CompletableFuture.runAsync(() -> System.out.println(id));
        }

        Mono<String> receipt(Path file) {
          return Mono.fromCallable(() -> Files.readString(file));
        }

        boolean same(Integer one) {
          return one == Integer.valueOf(1000) || one.equals("");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theLineForOurRulesAloneKeepsTheirLevels() throws IOException {
    String flags = ours().substring("-Xplugin:ErrorProne ".length());
    CompilerRun run = CompilerRun.of(folder, flags, Map.of("shop/Shop.java", SOURCE));
    assertThat(run.of("UnawaitedFuture")).containsExactly("ERROR 10");
    assertThat(run.of("BlockingCallInAsyncContext")).containsExactly("WARNING 14");
    assertThat(run.texts()).hasSize(2);
    assertThat(CompilerRun.of(folder, "", Map.of("shop/Shop.java", SOURCE)).texts())
        .hasSizeGreaterThan(2);
  }

  @Test
  void errorsAloneAreShownWhereWarningsFailTheBuild() throws IOException {
    List<String> options =
        List.of(
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-proc:none",
            "-Werror",
            "-Xlint:all,-options,-path,-processing,-classfile");
    String onlyLikely =
        """
        package shop;

        class Receipts {
          reactor.core.publisher.Mono<String> receipt(java.nio.file.Path file) {
            return reactor.core.publisher.Mono.fromCallable(
                () -> java.nio.file.Files.readString(file));
          }
        }
        """;
    CompilerRun run =
        CompilerRun.of(
            folder, options, "-XepDisableAllWarnings", Map.of("shop/Receipts.java", onlyLikely));
    assertThat(run.texts()).isEmpty();
    assertThat(run.success()).isTrue();
    assertThat(
            CompilerRun.of(folder, options, "", Map.of("shop/Receipts.java", onlyLikely))
                .success())
        .isFalse();
  }

  private static String ours() throws IOException {
    return Files.readAllLines(GUIDE).stream()
        .filter(line -> line.startsWith("-Xplugin:ErrorProne -XepDisableAllChecks"))
        .findFirst()
        .orElseThrow();
  }
}
