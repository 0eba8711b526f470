package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.lsp.text.TextLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does the editor show of the threads that run the web shop? */
class ColorsTest {
  private static final Path SHOP =
      Path.of("../../test-fixtures/projects/webshop").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private Path routes;
  private Path coupons;
  private String text = "";

  @BeforeEach
  void copyTheShop() throws IOException {
    for (String module : List.of("catalog", "shop", "storage")) {
      Path sources = SHOP.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = folder.resolve(sources.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    routes = folder.resolve("com/example/webshop/shop/CheckoutRoutes.java");
    coupons = folder.resolve("com/example/webshop/shop/FileCoupons.java");
    text = Files.readString(routes);
  }

  private static JsonObject options(String hints) {
    JsonObject options = Fixtures.options();
    options.addProperty("hints", hints);
    return options;
  }

  /** Asks at the place of the bar. */
  private Optional<Hover> hover(Editor editor, String marked) {
    int offset = text.indexOf(marked.replace("|", "")) + marked.indexOf('|');
    Position at = new TextLines(text).position(offset);
    return Optional.ofNullable(
        Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(Editor.uri(routes)), at))));
  }

  private String hoverText(Editor editor, String marked) {
    return hover(editor, marked).orElseThrow().getContents().getRight().getValue();
  }

  private static String link(Path file, int line) {
    return "[%s:%d](<%s#L%d>)".formatted(file.getFileName(), line, Editor.uri(file), line);
  }

  @Test
  void methodTellsWhereItRunsAndWhatItDoes() throws IOException {
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      editor.open(routes, text);

      Hover hover = hover(editor, "private void |order(").orElseThrow();

      assertThat(hover.getContents().getRight().getKind()).isEqualTo(MarkupKind.MARKDOWN);
      assertThat(hover.getContents().getRight().getValue())
          .startsWith(
              """
              **CheckoutRoutes.order runs on**

              - the Vert.x event loop: callback of Route.handler (%s)

              **It blocks**

              - CheckoutRoutes.order (%s)
              - FileCoupons.discount (%s)
              """
                  .formatted(link(routes, 43), link(routes, 50), link(coupons, 28)))
          .contains("- java.nio.file.Files.newInputStream, which waits for the file system\n")
          .contains("**It starts async work**");
      int start = text.indexOf("order(RoutingContext");
      assertThat(hover.getRange())
          .isEqualTo(new TextLines(text).range(new Span(start, start + "order".length())));
    }
  }

  @Test
  void lambdasReferencesAndCallsTellTheirs() throws IOException {
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      editor.open(routes, text);

      assertThat(hoverText(editor, "() |-> coupons.discount"))
          .startsWith("**lambda in CheckoutRoutes.express runs on**\n\n- a Vert.x worker: ");
      assertThat(hoverText(editor, "handler(this::|order)"))
          .startsWith("**CheckoutRoutes.order runs on**\n\n- the Vert.x event loop: ")
          .contains("**It blocks**\n\n- CheckoutRoutes.order (");
      assertThat(hoverText(editor, "coupons.|discount(coupon(rc))"))
          .startsWith("**Coupons.discount is called on**\n\n- the Vert.x event loop: ")
          .contains("**It blocks**\n\n- FileCoupons.discount (");
      assertThat(hoverText(editor, "static Receipt |receipt("))
          .contains("  - lambda in CheckoutRoutes.order calls CheckoutRoutes.receipt (");
      assertThat(hoverText(editor, "\"cancel\", () |->"))
          .startsWith("**lambda in CheckoutRoutes.cancel runs on**\n\n- an unknown thread\n");
    }
  }

  @Test
  void whereNothingIsKnownNothingIsShown() throws IOException {
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      editor.open(routes, text);

      assertThat(hover(editor, "OrderReader.|read(")).isEmpty();
      assertThat(hover(editor, "final |class CheckoutRoutes")).isEmpty();
      TextDocumentIdentifier other = new TextDocumentIdentifier(Editor.uri(coupons));
      assertThat(
              Editor.get(
                  editor
                      .server()
                      .getTextDocumentService()
                      .hover(new HoverParams(other, new Position(900, -4)))))
          .isNull();
    }
  }

  @Test
  void buffersCountThatAreNotSaved() throws IOException {
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      editor.open(routes, text);
      editor.open(coupons, Files.readString(coupons));
      assertThat(hoverText(editor, "coupons.|discount(coupon(rc))")).contains("It blocks");

      editor.change(
          coupons,
          null,
          """
          package com.example.webshop.shop;
          final class FileCoupons implements Coupons {
            FileCoupons(java.nio.file.Path folder) {}
            @Override
            public int discount(String code) {
              return code.length();
            }
          }
          """);

      assertThat(hover(editor, "coupons.|discount(coupon(rc))")).isEmpty();
      assertThat(hoverText(editor, "private void |order(")).doesNotContain("It blocks");
    }
  }

  @Test
  void halfTypedCodeLeavesTheRestItsColors() throws IOException {
    try (Editor editor = Editor.of(options("inlay"), folder)) {
      editor.open(routes, text);
      List<String> before = inlays(editor, all());
      int confirm = text.indexOf("rc.response().setStatusCode(201);");
      Position at = new TextLines(text).position(confirm);

      editor.change(routes, new Range(at, at), "rc.response(.setS");
      text = text.substring(0, confirm) + "rc.response(.setS" + text.substring(confirm);

      assertThat(hoverText(editor, "private void |order(")).contains("**It blocks**");
      assertThat(inlays(editor, all())).isEqualTo(before);
    }
  }

  private List<String> inlays(Editor editor, Range range) {
    TextLines lines = new TextLines(text);
    List<InlayHint> hints =
        Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .inlayHint(
                    new InlayHintParams(new TextDocumentIdentifier(Editor.uri(routes)), range)));
    return hints.stream()
        .map(
            hint -> {
              int offset = lines.offset(hint.getPosition());
              String before = text.substring(lines.start(lines.line(offset)), offset).strip();
              return before + " <- " + hint.getLabel().getLeft();
            })
        .toList();
  }

  private Range all() {
    return new TextLines(text).range(new Span(0, text.length()));
  }

  @Test
  void inlayHintsStandBehindArrowsAndReferences() throws IOException {
    try (Editor editor = Editor.of(options("inlay"), folder)) {
      editor.open(routes, text);

      assertThat(inlays(editor, all()))
          .hasSizeGreaterThan(10)
          .startsWith(
              "router.post(\"/orders\").handler(this::order <- runs on: Vert.x event loop",
              "router.post(\"/express/orders\").handler(this::express <- runs on: Vert.x event loop")
          .contains("cents -> <- runs on: Vert.x event loop", "() -> <- runs on: Vert.x worker")
          .noneMatch(hint -> hint.contains("rc::fail"));
      assertThat(inlays(editor, new Range(new Position(42, 0), new Position(43, 0)))).hasSize(1);
      assertThat(lenses(editor)).isEmpty();
    }
  }

  private List<String> lenses(Editor editor) {
    List<? extends CodeLens> lenses =
        Editor.get(
            editor
                .server()
                .getTextDocumentService()
                .codeLens(new CodeLensParams(new TextDocumentIdentifier(Editor.uri(routes)))));
    return lenses.stream()
        .map(lens -> lens.getRange().getStart().getLine() + 1 + " " + lens.getCommand().getTitle())
        .toList();
  }

  @Test
  void lensesStandAboveTheirLines() throws IOException {
    try (Editor editor = Editor.of(options("lens"), folder)) {
      editor.open(routes, text);

      assertThat(lenses(editor))
          .startsWith("43 runs on: Vert.x event loop", "44 runs on: Vert.x event loop")
          .contains("100 runs on: Vert.x worker");
      assertThat(inlays(editor, all())).isEmpty();
    }
  }

  @Test
  void hintsAreOffUnlessChosenAndAskedForAgainWhenChosen() throws IOException {
    try (Editor editor = Editor.of(Fixtures.options(), folder)) {
      editor.open(routes, text);
      editor.diagnostics(routes);
      assertThat(inlays(editor, all())).isEmpty();
      assertThat(lenses(editor)).isEmpty();
      assertThat(editor.refreshes()).isZero();

      JsonObject pushed = new JsonObject();
      pushed.add("asynclint", options("inlay"));
      editor
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(pushed));

      Editor.await(() -> editor.refreshes() > 0 ? Optional.of(true) : Optional.empty());
      assertThat(inlays(editor, all())).isNotEmpty();
    }
  }

  @Test
  void hintsAreAskedForAgainWhenSomethingElseWasAnalysed() throws IOException {
    try (Editor editor = Editor.of(options("inlay"), folder)) {
      editor.open(routes, text);
      editor.open(coupons, Files.readString(coupons));
      editor.diagnostics(coupons);
      editor.diagnostics(routes);
      int before = editor.refreshes();

      editor.change(coupons, new Range(new Position(0, 0), new Position(0, 0)), "\n");

      Editor.await(() -> editor.refreshes() > before ? Optional.of(true) : Optional.empty());
    }
  }

  @Test
  void hintsOfNoKindAreToldOnce() throws IOException {
    try (Editor editor = Editor.of(options("everywhere"), folder)) {
      editor.open(routes, text);
      editor.diagnostics(routes);

      assertThat(editor.messages())
          .extracting(message -> message.getMessage())
          .containsExactly(
              "asynclint: asynclint.hints: \"off\", \"inlay\" or \"lens\" expected");
    }
  }
}
