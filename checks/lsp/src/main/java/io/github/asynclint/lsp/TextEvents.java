package io.github.asynclint.lsp;

import io.github.asynclint.lsp.answers.CodeActions;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.work.Modified;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What the editor tells and asks of its buffers: noted at once, worked on later. */
final class TextEvents implements TextDocumentService {
  private final Core core;

  TextEvents(Core core) {
    this.core = core;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    Document document = core.documents().open(item.getUri(), item.getVersion(), item.getText());
    core.worker().enqueue(() -> core.checks().opened(document));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    long received = System.nanoTime();
    VersionedTextDocumentIdentifier id = params.getTextDocument();
    core.documents()
        .change(id.getUri(), id.getVersion(), params.getContentChanges())
        .ifPresent(
            changed -> core.worker().enqueue(() -> core.checks().changed(changed, received)));
  }

  /** The buffer is what counts, so that what is on disk now is no news. */
  @Override
  public void didSave(DidSaveTextDocumentParams params) {}

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    core.documents()
        .close(params.getTextDocument().getUri())
        .ifPresent(document -> core.worker().enqueue(() -> core.checks().closed(document)));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    String uri = params.getTextDocument().getUri();
    return core.worker()
        .ask(
            isGivenUp ->
                core.checks()
                    .now(uri, isGivenUp)
                    .map(
                        answer ->
                            CodeActions.of(
                                core.abilities(), answer.document(), answer.found(), params))
                    .orElseThrow(Modified::error));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return core.colors().hover(params);
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return core.colors().inlays(params);
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return core.colors().lenses(params);
  }
}
