package io.github.asynclint.lsp.answers;

import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/**
 * What does the editor understand beyond the least?
 *
 * @param links from a diagnostic's code to a page
 * @param related other places of a diagnostic
 * @param versionedEdits edits that name the version of the text they are for
 * @param watching that files are watched on the server's behalf
 * @param progress of the server's own work
 * @param configuration being asked for settings
 */
public record ClientAbilities(
    boolean links,
    boolean related,
    boolean versionedEdits,
    boolean watching,
    boolean progress,
    boolean configuration) {
  public static final ClientAbilities LEAST =
      new ClientAbilities(false, false, false, false, false, false);

  public static ClientAbilities of(ClientCapabilities capabilities) {
    Optional<ClientCapabilities> all = Optional.ofNullable(capabilities);
    Optional<WorkspaceClientCapabilities> workspace = all.map(ClientCapabilities::getWorkspace);
    Optional<PublishDiagnosticsCapabilities> diagnostics =
        all.map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getPublishDiagnostics);
    return new ClientAbilities(
        diagnostics.map(PublishDiagnosticsCapabilities::getCodeDescriptionSupport).orElse(false),
        diagnostics.map(PublishDiagnosticsCapabilities::getRelatedInformation).orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getWorkspaceEdit)
            .map(WorkspaceEditCapabilities::getDocumentChanges)
            .orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
            .orElse(false),
        all.map(ClientCapabilities::getWindow)
            .map(WindowClientCapabilities::getWorkDoneProgress)
            .orElse(false),
        workspace.map(WorkspaceClientCapabilities::getConfiguration).orElse(false));
  }
}
