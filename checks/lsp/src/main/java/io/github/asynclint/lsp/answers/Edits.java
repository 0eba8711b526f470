package io.github.asynclint.lsp.answers;

import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.lsp.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** How do edits of a buffer look in the protocol? */
final class Edits {
  private Edits() {}

  /** For that version of the buffer, where the editor can tell versions apart. */
  static WorkspaceEdit of(Document document, List<Edit> edits, ClientAbilities client) {
    List<TextEdit> changes = new ArrayList<>();
    for (Edit edit : edits) {
      changes.add(new TextEdit(document.lines().range(edit.span()), edit.replacement()));
    }
    if (!client.versionedEdits()) {
      return new WorkspaceEdit(Map.of(document.uri(), changes));
    }
    return new WorkspaceEdit(
        List.of(
            Either.forLeft(
                new TextDocumentEdit(
                    new VersionedTextDocumentIdentifier(document.uri(), document.version()),
                    new ArrayList<>(changes.stream().map(Either::<TextEdit, SnippetTextEdit>forLeft).toList())))));
  }
}
