package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagnostics follow what is typed: never late, never of another version, and without flicker. */
class TypingTest {
  private static final int CALL_LINE = 6;

  @TempDir private Path folder;

  private static Range at(int line, int column) {
    return new Range(new Position(line, column), new Position(line, column));
  }

  private static JsonObject debounce(int millis) {
    JsonObject options = new JsonObject();
    options.addProperty("debounce", millis);
    return options;
  }

  private static List<Integer> lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.getRange().getStart().getLine()).toList();
  }

  private Path shop() throws IOException {
    Shop.write(folder, "shop/Store.java", Shop.STORE);
    return Shop.write(folder, "shop/Orders.java", Shop.ORDERS);
  }

  @Test
  void anEditBringsAndTakesFindings() throws IOException {
    Path orders = shop();
    try (Editor editor = Editor.of(debounce(10), folder)) {
      editor.open(orders, Shop.ORDERS);
      List<Diagnostic> first = editor.diagnostics(orders);
      assertThat(lines(first)).containsExactly(CALL_LINE);
      assertThat(first.get(0).getCode().getLeft()).isEqualTo("UnawaitedFuture");
      assertThat(first.get(0).getSource()).isEqualTo("asynclint");
      assertThat(first.get(0).getCodeDescription().getHref()).endsWith("/UnawaitedFuture.md");

      editor.change(orders, at(CALL_LINE, 21), ".join()");
      assertThat(editor.diagnostics(orders)).isEmpty();
      editor.change(
          orders, new Range(new Position(CALL_LINE, 21), new Position(CALL_LINE, 28)), "");
      assertThat(lines(editor.diagnostics(orders))).containsExactly(CALL_LINE);
    }
  }

  @Test
  void otherBuffersCountAsTheyAre() throws IOException {
    Path orders = shop();
    Path store = folder.resolve("shop/Store.java");
    try (Editor editor = Editor.of(debounce(10), folder)) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).hasSize(1);
      editor.open(store, Shop.STORE);
      editor.diagnostics(store);

      editor.change(store, null, Shop.SYNCHRONOUS_STORE);
      Editor.await(() -> editor.last(orders).filter(last -> last.getDiagnostics().isEmpty()));
      editor.close(store);
      Editor.await(() -> editor.last(orders).filter(last -> last.getDiagnostics().size() == 1));
      assertThat(editor.last(store).orElseThrow().getDiagnostics()).isEmpty();
    }
  }

  @Test
  void whatIsTypedQuicklyIsLookedAtOnce() throws IOException {
    Path orders = shop();
    try (Editor editor = Editor.of(debounce(400), folder)) {
      editor.open(orders, Shop.ORDERS);
      editor.diagnostics(orders);
      editor.forgetPublished();
      for (int i = 0; i < 20; i++) {
        editor.change(orders, at(2, 0), "\n");
      }
      assertThat(lines(editor.diagnostics(orders))).containsExactly(CALL_LINE + 20);
      assertThat(editor.published().stream().map(PublishDiagnosticsParams::getVersion).toList())
          .containsExactly(editor.version(orders));
    }
  }

  @Test
  void halfTypedCodeKeepsTheOtherMethodsFindings() throws IOException {
    Path orders = shop();
    try (Editor editor = Editor.of(debounce(0), folder)) {
      editor.open(orders, Shop.ORDERS);
      editor.diagnostics(orders);
      editor.forgetPublished();
      String broken = "  void fresh() {\n    if (store.save(\n";
      editor.change(orders, at(5, 0), broken);
      assertThat(lines(editor.diagnostics(orders))).containsExactly(CALL_LINE + 2);
      editor.change(orders, new Range(new Position(5, 0), new Position(7, 0)), "");
      assertThat(lines(editor.diagnostics(orders))).containsExactly(CALL_LINE);
      assertThat(editor.published()).allSatisfy(each -> assertThat(each.getDiagnostics()).hasSize(1));
    }
  }

  @Test
  void aFindingThatIsTypedIntoGoes() throws IOException {
    Path orders = shop();
    try (Editor editor = Editor.of(debounce(0), folder)) {
      editor.open(orders, Shop.ORDERS);
      editor.diagnostics(orders);
      // save -> sa(ve
      editor.change(orders, at(CALL_LINE, 12), "(");
      assertThat(editor.diagnostics(orders)).isEmpty();
    }
  }

  @Test
  void aFileOutsideOfAnyFolderIsLookedAtAlone() throws IOException {
    Path alone = Shop.write(folder, "Alone.java", Shop.STORE.replace("}\n}", "}\n  void go() {\n    save(\"\");\n  }\n}"));
    try (Editor editor = Editor.of(debounce(0))) {
      editor.open(alone, Files.readString(alone));
      assertThat(lines(editor.diagnostics(alone))).containsExactly(9);
      editor.close(alone);
      Editor.await(() -> editor.last(alone).filter(last -> last.getDiagnostics().isEmpty()));
    }
  }

  /** After any edits, what is shown is what a fresh look at the text shows. */
  @Test
  void randomEditsLeaveNothingBehind() throws IOException {
    Path orders = shop();
    Random random = new Random(7);
    try (Editor editor = Editor.of(debounce(1), folder)) {
      editor.open(orders, Shop.ORDERS);
      for (int i = 0; i < 200; i++) {
        int line = random.nextInt(14);
        int column = random.nextInt(12);
        String[] pieces = {"{", "}", "\n", "(", "\"", "x", ";", "/*", "", "@"};
        Range range = new Range(new Position(line, column), new Position(line, column + random.nextInt(3)));
        editor.change(orders, range, pieces[random.nextInt(pieces.length)]);
      }
      editor.diagnostics(orders);
      editor.change(orders, null, Shop.ORDERS);
      assertThat(lines(editor.diagnostics(orders))).containsExactly(CALL_LINE);
      List<Integer> versions =
          editor.published().stream().map(PublishDiagnosticsParams::getVersion).toList();
      // What the file tells by itself may come first, and names no version.
      assertThat(versions.subList(1, versions.size())).doesNotContainNull().isSorted();
      assertThat(editor.messages()).isEmpty();
    }
  }
}
