package io.github.asynclint.lsp.colors;

import io.github.asynclint.engine.colors.Spot;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What does {@code textDocument/inlayHint} answer: which thread enters at a place of the shown lines? */
public final class ColorInlays {
  /** The hints in a part of a file, in the order of the text. */
  public List<InlayHint> in(Range range, Document document, View view) {
    Span shown = document.lines().span(range);
    List<InlayHint> hints = new ArrayList<>();
    ColoredFile file =
        new ColoredFile(view.unit(), view.analysis().colors(), document.text());
    for (ColoredFile.Entry entry : file.entries()) {
      int offset = place(entry.spot(), document);
      if (shown.start() <= offset && offset <= shown.end()) {
        InlayHint hint =
            new InlayHint(
                document.lines().position(offset), Either.forLeft(ColorWords.hint(entry.runsOn())));
        hint.setPaddingLeft(true);
        hints.add(hint);
      }
    }
    return hints;
  }

  /** Behind an arrow or a reference; behind the line of a method, where it hides nothing of its head. */
  private static int place(Spot spot, Document document) {
    boolean isMethod = spot instanceof Spot.Declaration && !spot.body().isLambda();
    return isMethod
        ? document.lines().end(document.lines().line(spot.span().start()))
        : spot.span().end();
  }
}
