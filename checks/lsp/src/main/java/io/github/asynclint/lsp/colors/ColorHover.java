package io.github.asynclint.lsp.colors;

import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/** What does {@code textDocument/hover} answer: where does the code run, why, and what does it do there? */
public final class ColorHover {
  private final boolean markdown;

  /** @param markdown whether the editor shows markdown */
  public ColorHover(boolean markdown) {
    this.markdown = markdown;
  }

  /** Empty where nothing stands that has a color. */
  public Optional<Hover> at(Position position, Document document, View view) {
    return new ColoredFile(view.unit(), view.analysis().colors(), document.text())
        .at(document.lines().offset(position), markdown)
        .map(
            shown -> {
              String kind = markdown ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT;
              Hover hover = new Hover(new MarkupContent(kind, shown.text()));
              hover.setRange(document.lines().range(shown.spot().span()));
              return hover;
            });
  }
}
