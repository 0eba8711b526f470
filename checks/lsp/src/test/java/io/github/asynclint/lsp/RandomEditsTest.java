package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.asynclint.lsp.text.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does the server outlive what nobody would type? Ten thousand edits, of bytes and of tokens, over real
 * files. They come in bursts, as the wait for the last edit's findings is what takes the time: each burst's
 * text is analysed, those between are only applied. In the end the first text has its first findings.
 */
class RandomEditsTest {
  private static final int EDITS = 10_000;
  private static final int BURST = 20;
  private static final int EDITS_OF_A_FILE = 500;
  private static final int LONGEST = 40;
  private static final List<String> TOKENS =
      List.of(
          "(", ")", "{", "}", "[", "]", ";", ",", ".", "\"", "\"\"\"", "'", "\\u", "/*", "*/", "//", "->",
          "::", "<", ">", "@", "@Override", "class X {", "record R(int a) {}", "interface I", "enum E {A}",
          "return", "if (", "for (", "switch (x) { case 1 -> ", "new Thread(() -> {", "try {",
          "synchronized (this) {", "yield", "var x =", "import java.util.*;", "package a;", "null", "0x",
          "\r\n", "\n", "\t", "\0", "\uFEFF", "é", "日本", "😀");

  @TempDir Path folder;

  @Test
  void neverHarmTheServer() throws IOException {
    Random random = new Random(Long.getLong("asynclint.seed", 1));
    Path root = Fixtures.workspace(folder, "unawaitedfuture", "lockheldacrossasync");
    List<Path> files = Fixtures.files(root);
    JsonObject options = Fixtures.options();
    options.addProperty("debounce", 0);
    Editor editor = Editor.of(options, root);
    try (editor) {
      for (int edits = 0; edits < EDITS; edits += EDITS_OF_A_FILE) {
        edit(editor, files.get(random.nextInt(files.size())), random);
      }
      assertThat(editor.messages())
          .filteredOn(each -> each.getType() == MessageType.Error)
          .isEmpty();
    }
    assertThat(Editor.get(editor.exitCode())).isZero();
  }

  private static void edit(Editor editor, Path file, Random random) throws IOException {
    String original = Files.readString(file);
    editor.open(file, original);
    List<Diagnostic> first = editor.diagnostics(file);
    StringBuilder text = new StringBuilder(original);
    for (int i = 1; i <= EDITS_OF_A_FILE; i++) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(random.nextInt(LONGEST) + 1));
      String with = random.nextInt(4) == 0 ? "" : random.nextBoolean() ? token(random) : bytes(random);
      TextLines lines = new TextLines(text.toString());
      editor.change(file, new Range(lines.position(from), lines.position(to)), with);
      text.replace(from, to, with);
      if (i % BURST == 0) {
        editor.diagnostics(file);
        editor.forgetPublished();
      }
    }
    editor.change(file, null, original);
    assertThat(editor.diagnostics(file)).as(file.toString()).isEqualTo(first);
    editor.close(file);
  }

  private static String token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private static String bytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(4)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
