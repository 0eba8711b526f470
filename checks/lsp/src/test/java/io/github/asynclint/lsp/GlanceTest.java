package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.LiveUnit;
import io.github.asynclint.project.Unit;
import io.github.asynclint.rules.models.ShippedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the rest of a program is read, what a file tells by itself is shown, and nothing else. */
class GlanceTest {
  private static final String REPORTS =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;

      class Reports {
        private final Store store = new Store();

        void daily(String day) {
          store.save(day);
        }

        void hourly(String hour) {
          CompletableFuture.runAsync(() -> System.out.println(hour));
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void comesFirstAndWithoutAVersion() throws IOException {
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Path reports = Files.writeString(shop.resolve("Reports.java"), REPORTS);
    Path store = Files.writeString(shop.resolve("Store.java"), Shop.STORE);
    try (Editor editor = Editor.of(new JsonObject(), folder)) {
      editor.open(reports, REPORTS);
      assertThat(lines(editor.diagnostics(reports), 9, 13)).isEqualTo(2);
      editor.open(store, Shop.STORE);
      editor.diagnostics(store);
      List<PublishDiagnosticsParams> glances =
          editor.published().stream().filter(each -> each.getVersion() == null).toList();
      assertThat(glances).hasSize(1);
      assertThat(glances.get(0).getUri()).isEqualTo(Editor.uri(reports));
      assertThat(lines(glances.get(0).getDiagnostics(), 13)).isEqualTo(1);
      assertThat(editor.published().indexOf(glances.get(0))).isZero();
    }
  }

  private static long lines(List<Diagnostic> found, Integer... lines) {
    assertThat(found.stream().map(each -> each.getRange().getStart().getLine() + 1).distinct())
        .containsExactlyInAnyOrder(lines);
    return found.size();
  }

  @Test
  void neverSaysMoreThanTheWholeProgram() throws IOException {
    Fixtures.workspace(folder, Fixtures.rules());
    Set<String> whole =
        Fixtures.findings(folder).stream().map(GlanceTest::place).collect(Collectors.toSet());
    ModelStore models = ShippedModels.load();
    RuleSelection rules =
        RuleSelection.all(GlanceTest.class.getClassLoader()).withoutPolicies();
    List<String> more = new ArrayList<>();
    int said = 0;
    Inputs inputs =
        Inputs.of(
            List.of(folder), Fixtures.libraries(), OptionalInt.empty(), Notes.IGNORE);
    for (LiveUnit live : inputs.live(Notes.IGNORE)) {
      try (live) {
        for (Path file : live.ownFiles()) {
          Unit alone = live.alone(file).orElseThrow();
          for (Finding each :
              new Analysis(alone.program(), models.bind(alone.program()), rules, Notes.IGNORE)
                  .findings(alone.types())) {
            said++;
            if (!whole.contains(place(each))) {
              more.add(place(each));
            }
          }
        }
      }
    }
    assertThat(more).isEmpty();
    assertThat(said).isGreaterThan(whole.size() / 3);
  }

  /** What it says may become more exact. */
  private static String place(Finding each) {
    return each.sourceFile() + ":" + each.line() + " [" + each.rule() + "]";
  }
}
