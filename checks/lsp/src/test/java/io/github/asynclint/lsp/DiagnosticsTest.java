package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.FindingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows of a file is what the command says of it. */
class DiagnosticsTest {
  @TempDir private Path folder;

  private static String line(Diagnostic each) {
    return "%d [%s] %s %s"
        .formatted(
            each.getRange().getStart().getLine() + 1,
            each.getCode().getLeft(),
            each.getSeverity(),
            each.getMessage().getLeft());
  }

  private static String line(Finding each) {
    DiagnosticSeverity severity =
        switch (each.severity()) {
          case ERROR -> DiagnosticSeverity.Error;
          case WARNING -> DiagnosticSeverity.Warning;
          case SUGGESTION -> DiagnosticSeverity.Information;
        };
    return "%d [%s] %s %s"
        .formatted(each.line(), each.rule(), severity, FindingText.of(each));
  }

  @Test
  void areTheFindingsOfTheCommand() throws IOException {
    Fixtures.workspace(folder, "nestedfuture", "fakeasync", "blockingoncommonpool");
    Map<String, List<String>> expected =
        Fixtures.findings(folder).stream()
            .collect(
                Collectors.groupingBy(
                    Finding::sourceFile,
                    Collectors.mapping(DiagnosticsTest::line, Collectors.toList())));
    assertThat(expected.size()).isGreaterThan(8);
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      for (Path file : Fixtures.files(folder)) {
        editor.open(file, Files.readString(file));
        String key = folder.relativize(file).toString();
        assertThat(editor.diagnostics(file).stream().map(DiagnosticsTest::line).toList())
            .as(key)
            .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(key, List.of()));
        editor.close(file);
      }
      assertThat(editor.messages()).isEmpty();
    }
  }
}
