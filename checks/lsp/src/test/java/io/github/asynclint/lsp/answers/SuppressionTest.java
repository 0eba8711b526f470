package io.github.asynclint.lsp.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.lsp.text.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Suppressions stand where the engine reads them, and break neither code nor other suppressions. */
class SuppressionTest {
  private static String applied(String text, List<Edit> edits) {
    StringBuilder changed = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparing((Edit edit) -> edit.span().start()).reversed())
        .forEach(
            edit -> changed.replace(edit.span().start(), edit.span().end(), edit.replacement()));
    return changed.toString();
  }

  private static Optional<String> commented(String text, int line) {
    return CommentSuppression.of(Document.of("file:///A.java", 1, text), line, "Rule")
        .map(edit -> applied(text, List.of(edit)));
  }

  private static String annotated(String text, String at) {
    return AnnotationSuppression.of(
            Document.of("file:///A.java", 1, text), text.indexOf(at), "Rule")
        .map(each -> applied(text, each.edits()))
        .orElseThrow();
  }

  @Test
  void aCommentStandsAboveWithTheIndentOfItsLine() {
    assertThat(commented("class A {\n  int a = b();\n}", 1))
        .contains("class A {\n  // asynclint:ignore Rule - TODO: say why\n  int a = b();\n}");
    assertThat(commented("class A {\r\n  int a;\r\n}", 1).orElseThrow()).contains("why\r\n  int a");
  }

  @Test
  void aCommentThatIsThereNamesBothRules() {
    assertThat(commented("// asynclint:ignore Other - known\nint a = b();", 1))
        .contains("// asynclint:ignore Other, Rule - known\nint a = b();");
    assertThat(commented("int a = b(); // asynclint:ignore Other - known", 0))
        .contains("int a = b(); // asynclint:ignore Other, Rule - known");
    assertThat(commented("int z = y(); // asynclint:ignore Other - known\nint a = b();", 1).orElseThrow())
        .endsWith("\n// asynclint:ignore Rule - TODO: say why\nint a = b();");
  }

  @Test
  void aTextBlockIsNotBroken() {
    String quotes = "\"\"\"";
    assertThat(commented("f(" + quotes + "\n  x\n  " + quotes + ", b());", 2))
        .contains(
            "f(" + quotes + "\n  x\n  " + quotes
                + ", b()); // asynclint:ignore Rule - TODO: say why");
    assertThat(commented("f(" + quotes + "\n  " + quotes + ", b(), " + quotes + "\n" + quotes + ");", 1))
        .isEmpty();
  }

  @Test
  void anAnnotationStandsOnTheInnermostMethod() {
    String text = "class A {\n  /** Says. */\n  @Override\n  public void m() {\n    run(() -> go());\n  }\n}";
    assertThat(annotated(text, "go"))
        .isEqualTo(
            "class A {\n  /** Says. */\n  @SuppressWarnings(\"Rule\") // TODO: say why\n"
                + "  @Override\n  public void m() {\n    run(() -> go());\n  }\n}");
  }

  @Test
  void anAnnotationThatIsThereNamesBothRules() {
    assertThat(annotated("class A { @SuppressWarnings(\"a\") void m() { go(); } }", "go"))
        .contains("@SuppressWarnings({\"a\", \"Rule\"})");
    assertThat(annotated("class A { @SuppressWarnings({\"a\", \"b\"}) void m() { go(); } }", "go"))
        .contains("@SuppressWarnings({\"a\", \"b\", \"Rule\"})");
    assertThat(annotated("class A { @SuppressWarnings(value = {}) void m() { go(); } }", "go"))
        .contains("@SuppressWarnings(value = {\"Rule\"})");
  }

  @Test
  void codeOutsideOfMethodsIsSuppressedInItsClass() {
    assertThat(annotated("class A {\n  class B {\n    int i = go();\n  }\n}", "go"))
        .contains("  @SuppressWarnings(\"Rule\") // TODO: say why\n  class B {");
  }
}
