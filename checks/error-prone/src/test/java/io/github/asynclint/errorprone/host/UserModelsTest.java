package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserModelsTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "shop/Prices.java",
          "package shop; interface Prices { int of(String product); }",
          "shop/Stock.java",
          "package shop; interface Stock { int of(String product); }",
          "shop/Shop.java",
          """
          package shop;

          import java.util.concurrent.CompletableFuture;

          class Shop {
            CompletableFuture<Integer> worth(Prices prices, Stock stock) {
              int price = prices.of("tea");
              int pieces = stock.of("tea");
              return CompletableFuture.completedFuture(price * pieces);
            }
          }
          """);

  @TempDir Path folder;

  private Path model(String type) throws IOException {
    return Files.writeString(
        folder.resolve(type + ".yaml"),
        """
        format: 1
        library: %s
        methods:
          - owner: shop.%s
            evidence: asks a remote service
            rows:
              "of": {blocks: definite, kind: net}
        """
            .formatted(type.toLowerCase(java.util.Locale.ROOT), type));
  }

  private CompilerRun compile(String paths) throws IOException {
    return CompilerRun.of(folder, "-XepOpt:asynclint:Models=" + paths, SOURCES);
  }

  @Test
  void filesOfTheUserSayWhatBlocks() throws IOException {
    assertThat(CompilerRun.of(folder, "", SOURCES).of("FakeAsync")).isEmpty();
    assertThat(compile(model("Prices").toString()).of("FakeAsync")).containsExactly("ERROR 7");
    CompilerRun both = compile(model("Prices") + "," + model("Stock"));
    assertThat(both.of("FakeAsync")).containsExactly("ERROR 7", "ERROR 8");
    assertThat(both.notes()).isEmpty();
  }

  @Test
  void aFileThatIsWrongFailsTheBuildAndSaysWhere() throws IOException {
    Path wrong = model("Prices");
    Files.writeString(wrong, Files.readString(wrong).replace("definite", "definitely"));
    CompilerRun run = compile(wrong.toString());
    assertThat(run.success()).isFalse();
    assertThat(run.notes()).hasSize(1);
    assertThat(run.notes().get(0)).contains("Prices.yaml", "7", "definite");
    assertThat(run.of("FakeAsync")).isEmpty();
  }

  @Test
  void aFileThatIsNotThereFailsTheBuild() throws IOException {
    CompilerRun run = compile(folder.resolve("none.yaml").toString());
    assertThat(run.success()).isFalse();
    assertThat(run.notes()).hasSize(1).first().asString().contains("none.yaml");
  }
}
