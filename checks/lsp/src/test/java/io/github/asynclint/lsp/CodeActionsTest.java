package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.lsp.answers.CodeActions;
import io.github.asynclint.lsp.answers.Commands;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor offers does what it says: the finding goes, no other comes, and the file compiles. */
class CodeActionsTest {
  private static final Range EVERYWHERE = new Range(new Position(0, 0), new Position(9999, 0));

  @TempDir private Path folder;
  @TempDir private Path classes;

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.getCode().getLeft()).sorted().toList();
  }

  /** The diagnostics once the buffer has that text. */
  private static List<Diagnostic> after(Editor editor, Path file, String text) {
    editor.change(file, null, text);
    return editor.diagnostics(file);
  }

  private static CodeAction titled(List<CodeAction> actions, String start) {
    return actions.stream()
        .filter(each -> each.getTitle().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + start + " in " + titles(actions)));
  }

  private static List<String> titles(List<CodeAction> actions) {
    return actions.stream().map(CodeAction::getTitle).toList();
  }

  private static String applied(Fix fix, String text) {
    StringBuilder changed = new StringBuilder(text);
    fix.edits().stream()
        .sorted(Comparator.comparing((Edit edit) -> edit.span().start()).reversed())
        .forEach(
            edit -> changed.replace(edit.span().start(), edit.span().end(), edit.replacement()));
    return changed.toString();
  }

  private void assertCompiles() throws IOException {
    StringWriter messages = new StringWriter();
    List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    options.add("-cp");
    options.add(
        String.join(
            File.pathSeparator, Fixtures.libraries().stream().map(Path::toString).toList()));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiles =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(Fixtures.files(folder)))
              .call();
      assertThat(compiles).as(messages.toString()).isTrue();
    }
  }

  @Test
  void fixesAreThoseOfTheFinding() throws IOException {
    Fixtures.workspace(folder, "nestedfuture");
    Map<String, List<Finding>> findings =
        Fixtures.findings(folder).stream()
            .filter(each -> !each.fixes().isEmpty())
            .collect(Collectors.groupingBy(Finding::sourceFile));
    int tried = 0;
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      for (String key : findings.keySet()) {
        Path file = folder.resolve(key);
        String text = Files.readString(file);
        editor.open(file, text);
        List<Diagnostic> before = editor.diagnostics(file);
        for (Finding finding : findings.get(key)) {
          Diagnostic diagnostic =
              before.stream()
                  .filter(each -> each.getRange().getStart().getLine() == finding.line() - 1)
                  .filter(each -> each.getCode().getLeft().equals(finding.rule()))
                  .findFirst()
                  .orElseThrow();
          for (Fix fix : finding.fixes()) {
            List<CodeAction> actions =
                editor.actions(file, diagnostic.getRange(), List.of(diagnostic));
            CodeAction action = titled(actions, fix.title());
            assertThat(action.getIsPreferred()).isEqualTo(finding.fixes().size() == 1 ? true : null);
            assertThat(action.getDiagnostics()).containsExactly(diagnostic);
            String fixed = editor.applied(action.getEdit(), file, text);
            assertThat(fixed).isEqualTo(applied(fix, text));
            List<String> expected = new ArrayList<>(codes(before));
            expected.remove(finding.rule());
            assertThat(codes(after(editor, file, fixed))).isEqualTo(expected);
            after(editor, file, text);
            tried++;
          }
        }
        editor.close(file);
      }
    }
    assertThat(tried).isGreaterThan(4);
  }

  @Test
  void allOfARuleAreFixedAtOnce() throws IOException {
    Fixtures.workspace(folder, "nestedfuture");
    int mended = 0;
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      for (Path file : Fixtures.files(folder)) {
        String text = Files.readString(file);
        editor.open(file, text);
        List<Diagnostic> before = editor.diagnostics(file);
        List<CodeAction> all = editor.actions(file, EVERYWHERE, List.of(), CodeActions.FIX_ALL);
        if (!all.isEmpty()) {
          assertThat(all).hasSize(1);
          String fixed = editor.applied(all.get(0).getEdit(), file, text);
          List<Diagnostic> left = after(editor, file, fixed);
          assertThat(codes(before)).containsAll(codes(left));
          mended += before.size() - left.size();
          Files.writeString(file, fixed);
        }
        editor.close(file);
      }
    }
    assertThat(mended).isGreaterThan(4);
    assertCompiles();
  }

  @Test
  void suppressionsSuppress() throws IOException {
    Fixtures.workspace(folder, "fakeasync");
    int comments = 0;
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      for (Path file : Fixtures.files(folder)) {
        String text = Files.readString(file);
        editor.open(file, text);
        List<Diagnostic> before = editor.diagnostics(file);
        for (String way : List.of(" here with a comment", " with an annotation")) {
          String now = text;
          List<Diagnostic> left = before;
          while (!left.isEmpty()) {
            Diagnostic first = left.get(0);
            CodeAction action =
                editor.actions(file, first.getRange(), List.of(first)).stream()
                    .filter(each -> each.getTitle().startsWith("Suppress " + first.getCode().getLeft()))
                    .filter(each -> each.getTitle().endsWith(way))
                    .findFirst()
                    .orElseThrow();
            now = editor.applied(action.getEdit(), file, now);
            List<Diagnostic> next = after(editor, file, now);
            assertThat(next.size()).as(now).isLessThan(left.size());
            left = next;
            comments++;
          }
          if (way.endsWith("annotation")) {
            Files.writeString(file, now);
          }
          after(editor, file, text);
        }
        editor.close(file);
      }
    }
    assertThat(comments).isGreaterThan(10);
    assertCompiles();
  }

  @Test
  void rulesAreExplained() throws Exception {
    try (Editor editor = Editor.of(Fixtures.options())) {
      Object page = execute(editor, Commands.EXPLAIN, "UnawaitedFuture");
      assertThat(page.toString()).contains("# UnawaitedFuture");
      assertThat(execute(editor, Commands.RELOAD)).isNotNull();
    }
  }

  @Test
  void whatIsUnknownIsAnError() throws IOException {
    try (Editor editor = Editor.of(Fixtures.options())) {
      for (String[] command :
          new String[][] {{Commands.EXPLAIN, "Nothing"}, {Commands.EXPLAIN, "../x"}, {"none"}}) {
        assertThatThrownBy(() -> execute(editor, command))
            .cause()
            .isInstanceOfSatisfying(
                ResponseErrorException.class,
                refused ->
                    assertThat(refused.getResponseError().getCode())
                        .isEqualTo(ResponseErrorCode.InvalidParams.getValue()));
      }
    }
  }

  private static Object execute(Editor editor, String... command) {
    List<Object> arguments = List.of((Object[]) command).subList(1, command.length);
    return Editor.get(
        editor
            .server()
            .getWorkspaceService()
            .executeCommand(new ExecuteCommandParams(command[0], arguments)));
  }
}
