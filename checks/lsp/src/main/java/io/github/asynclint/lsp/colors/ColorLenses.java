package io.github.asynclint.lsp.colors;

import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** What does {@code textDocument/codeLens} answer: which thread enters the code below a line? */
public final class ColorLenses {
  /** The lenses of a file, in the order of the text. */
  public List<CodeLens> of(Document document, View view) {
    List<CodeLens> lenses = new ArrayList<>();
    ColoredFile file =
        new ColoredFile(view.unit(), view.analysis().colors(), document.text());
    for (ColoredFile.Entry entry : file.entries()) {
      // An empty command is text only.
      Command text = new Command(ColorWords.hint(entry.runsOn()), "");
      lenses.add(new CodeLens(document.lines().range(entry.spot().span()), text, null));
    }
    return lenses;
  }
}
