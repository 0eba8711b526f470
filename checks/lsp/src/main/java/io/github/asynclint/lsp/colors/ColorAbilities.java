package io.github.asynclint.lsp.colors;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What does the editor understand of what is shown of colors?
 *
 * @param markdown in hovers
 * @param asksForInlaysAgain when it is told to
 * @param asksForLensesAgain when it is told to
 */
public record ColorAbilities(
    boolean markdown, boolean asksForInlaysAgain, boolean asksForLensesAgain) {
  public static final ColorAbilities LEAST = new ColorAbilities(false, false, false);

  public static ColorAbilities of(ClientCapabilities capabilities) {
    Optional<ClientCapabilities> all = Optional.ofNullable(capabilities);
    Optional<WorkspaceClientCapabilities> workspace = all.map(ClientCapabilities::getWorkspace);
    return new ColorAbilities(
        all.map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getHover)
            .map(HoverCapabilities::getContentFormat)
            .orElse(List.of())
            .contains(MarkupKind.MARKDOWN),
        workspace
            .map(WorkspaceClientCapabilities::getInlayHint)
            .map(InlayHintWorkspaceCapabilities::getRefreshSupport)
            .orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getCodeLens)
            .map(CodeLensWorkspaceCapabilities::getRefreshSupport)
            .orElse(false));
  }
}
