package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.BugPattern.SeverityLevel;
import io.github.asynclint.engine.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
  /** One definite finding (line 11) and one that is only likely (line 15). */
  private static final String SHOP =
      """
      package shop;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.concurrent.CompletableFuture;
      import reactor.core.publisher.Mono;

      class Shop {
      %s
        void order(String id) {
          store(id);%s
        }

        Mono<String> receipt(Path file) {
          return Mono.fromCallable(() -> Files.readString(file));%s
        }

        static CompletableFuture<Void> store(String id) {
          return CompletableFuture.runAsync(() -> System.out.println(id));
        }
      }
      """;

  private static final String FUTURE = "UnawaitedFuture";
  private static final String BLOCKING = "BlockingCallInAsyncContext";

  @TempDir Path folder;

  private CompilerRun shop(String flags, String onMethod, String first, String second)
      throws IOException {
    return CompilerRun.of(
        folder, flags, Map.of("shop/Shop.java", SHOP.formatted(onMethod, first, second)));
  }

  private CompilerRun shop(String flags) throws IOException {
    return shop(flags, "", "", "");
  }

  @Test
  void definiteFindingsAreErrorsAndLikelyOnesWarnings() throws IOException {
    CompilerRun run = shop("");
    assertThat(run.success()).isFalse();
    assertThat(run.of(FUTURE)).containsExactly("ERROR 11");
    assertThat(run.of(BLOCKING)).containsExactly("WARNING 15");
    assertThat(run.notes()).isEmpty();
    assertThat(run.output()).isEmpty();
  }

  @Test
  void likelyFindingsFailNoBuild() throws IOException {
    CompilerRun run = shop("-Xep:UnawaitedFuture:OFF");
    assertThat(run.success()).isTrue();
    assertThat(run.of(FUTURE)).isEmpty();
    assertThat(run.of(BLOCKING)).containsExactly("WARNING 15");
  }

  @Test
  void aLevelThatTheUserNamesHoldsForAllFindings() throws IOException {
    assertThat(shop("-Xep:UnawaitedFuture:WARN").of(FUTURE)).containsExactly("WARNING 11");
    assertThat(shop("-Xep:BlockingCallInAsyncContext:ERROR").of(BLOCKING))
        .containsExactly("ERROR 15");
    assertThat(shop("-Xep:BlockingCallInAsyncContext:OFF").of(BLOCKING)).isEmpty();
  }

  @Test
  void optionsForAllChecksHold() throws IOException {
    CompilerRun asWarnings = shop("-XepAllErrorsAsWarnings");
    assertThat(asWarnings.success()).isTrue();
    assertThat(asWarnings.of(FUTURE)).containsExactly("WARNING 11");
    assertThat(asWarnings.of(BLOCKING)).containsExactly("WARNING 15");
    CompilerRun noWarnings = shop("-XepDisableAllWarnings");
    assertThat(noWarnings.of(FUTURE)).containsExactly("ERROR 11");
    assertThat(noWarnings.of(BLOCKING)).isEmpty();
    CompilerRun none = shop("-XepDisableAllChecks");
    assertThat(none.of(FUTURE)).isEmpty();
    assertThat(none.of(BLOCKING)).isEmpty();
  }

  @Test
  void rulesThatAreOffRunWhenTheyAreAskedFor() throws IOException {
    Map<String, String> sources =
        Map.of(
            "Parcels.java",
            """
            import java.util.concurrent.CompletableFuture;

            class Parcels {
              CompletableFuture<String> track(CompletableFuture<String> found) {
                return found.whenComplete((place, failure) -> System.out.println(place.trim()));
              }
            }
            """);
    String rule = "IgnoredFailureParameter";
    assertThat(CompilerRun.of(folder, "", sources).of(rule)).isEmpty();
    assertThat(CompilerRun.of(folder, "-Xep:" + rule + ":WARN", sources).of(rule))
        .containsExactly("WARNING 5");
    // No louder than the level that Error Prone gives the check.
    for (String all : List.of("-XepAllDisabledChecksAsWarnings", "-XepOpt:asynclint:EnableAll")) {
      assertThat(CompilerRun.of(folder, all, sources).of(rule)).as(all).containsExactly("NOTE 5");
    }
  }

  @Test
  void annotationsSwitchARuleOff() throws IOException {
    CompilerRun onMethod = shop("", "  @SuppressWarnings(\"UnawaitedFuture\")", "", "");
    assertThat(onMethod.of(FUTURE)).isEmpty();
    assertThat(onMethod.of(BLOCKING)).hasSize(1);
    CompilerRun onVariable =
        CompilerRun.of(
            folder,
            "",
            Map.of(
                "A.java",
                """
                import java.util.concurrent.CompletableFuture;

                class A {
                  @SuppressWarnings({"unused", "UnawaitedFuture"})
                  Runnable quiet = () -> { store(); };

                  @SuppressWarnings("unused")
                  Runnable loud = () -> { store(); };

                  static CompletableFuture<Void> store() {
                    return CompletableFuture.runAsync(() -> System.out.println("stored"));
                  }

                  void local() {
                    @SuppressWarnings("UnawaitedFuture")
                    Runnable inside = () -> { store(); };
                    inside.run();
                  }

                  @SuppressWarnings("UnawaitedFuture")
                  static class Nested {
                    void m() {
                      store();
                    }
                  }
                }
                """));
    assertThat(onVariable.of(FUTURE)).containsExactly("ERROR 8");
  }

  @Test
  void commentsSwitchARuleOffOnTheirLine() throws IOException {
    CompilerRun run =
        shop(
            "",
            "",
            " // asynclint:ignore UnawaitedFuture - nobody waits for the log",
            " // asynclint:ignore UnawaitedFuture - another rule");
    assertThat(run.of(FUTURE)).isEmpty();
    assertThat(run.of(BLOCKING)).containsExactly("WARNING 15");
  }

  @Test
  void warningsInGeneratedCodeCanBeSwitchedOff() throws IOException {
    String source =
        SHOP.formatted("", "", "")
            .replace("class Shop", "@javax.annotation.processing.Generated(\"test\")\nclass Shop");
    Map<String, String> sources = Map.of("shop/Shop.java", source);
    assertThat(CompilerRun.of(folder, "", sources).of(BLOCKING)).containsExactly("WARNING 16");
    CompilerRun run =
        CompilerRun.of(folder, "-XepDisableWarningsInGeneratedCode", sources);
    assertThat(run.of(BLOCKING)).isEmpty();
    assertThat(run.of(FUTURE)).containsExactly("ERROR 12");
  }

  @Test
  void messagesGiveTheEvidenceAndTheLink() throws IOException {
    List<String> texts =
        shop("").texts().stream().filter(text -> text.startsWith("[" + BLOCKING)).toList();
    assertThat(texts).hasSize(1);
    assertThat(texts.get(0))
        .contains("\n      runs on    the thread", "\n      instead    move")
        .contains("(Shop.java:15)")
        .contains("(see https://")
        .contains("/docs/pitfalls/BlockingCallInAsyncContext.md)");
    assertThat(shop("").texts())
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("[UnawaitedFuture] the future of store is dropped")
                    .contains("Did you mean", ".exceptionally(failure ->"));
  }

  @Test
  void fixesArePatchedIn() throws IOException {
    shop("-XepPatchChecks:UnawaitedFuture -XepPatchLocation:IN_PLACE");
    String patched = Files.readString(folder.resolve("src/shop/Shop.java"));
    assertThat(patched).contains("    store(id).exceptionally(failure -> {");
    assertThat(CompilerRun.of(folder, "", Map.of("shop/Shop.java", patched)).of(FUTURE)).isEmpty();
  }

  @Test
  void findingsOfSuggestionStrengthWaitToBeAskedFor() {
    Levels silent = new Levels(SeverityLevel.ERROR, false, false, SeverityLevel.SUGGESTION, false);
    assertThat(silent.of(Finding.Severity.SUGGESTION)).isEmpty();
    assertThat(silent.of(Finding.Severity.WARNING)).contains(SeverityLevel.WARNING);
    Levels asked = new Levels(SeverityLevel.ERROR, false, true, SeverityLevel.SUGGESTION, false);
    assertThat(asked.of(Finding.Severity.SUGGESTION)).contains(SeverityLevel.SUGGESTION);
    Levels named = new Levels(SeverityLevel.ERROR, true, true, SeverityLevel.SUGGESTION, false);
    assertThat(named.of(Finding.Severity.SUGGESTION)).contains(SeverityLevel.ERROR);
    Levels lowered = new Levels(SeverityLevel.WARNING, true, true, SeverityLevel.WARNING, false);
    assertThat(lowered.of(Finding.Severity.ERROR)).contains(SeverityLevel.WARNING);
  }
}
