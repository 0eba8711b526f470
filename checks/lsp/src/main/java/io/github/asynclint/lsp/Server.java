package io.github.asynclint.lsp;

import io.github.asynclint.lsp.answers.ClientAbilities;
import io.github.asynclint.lsp.answers.CodeActions;
import io.github.asynclint.lsp.answers.Commands;
import io.github.asynclint.lsp.colors.ColorAbilities;
import io.github.asynclint.lsp.pages.RulePages;
import io.github.asynclint.lsp.text.Document;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The session with an editor, from its first request to its end. */
final class Server implements LanguageServer {
  private final Core core;
  private final String version;
  private final IntConsumer exit;
  private final TextEvents texts;
  private final WorkspaceEvents workspace;
  private volatile boolean shutDown;

  /** @param exit ends the process with a code */
  Server(Core core, String version, IntConsumer exit) {
    this.core = core;
    this.version = version;
    this.exit = exit;
    this.texts = new TextEvents(core);
    this.workspace = new WorkspaceEvents(core);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    core.abilities(ClientAbilities.of(params.getCapabilities()));
    core.colors().abilities(ColorAbilities.of(params.getCapabilities()));
    Optional.ofNullable(params.getProcessId())
        .ifPresent(pid -> Parent.watch(pid, () -> exit.accept(1)));
    core.start(params.getInitializationOptions());
    core.folders(
        folders(params).stream().map(Document::file).flatMap(Optional::stream).toList(), List.of());
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities(), new ServerInfo("asynclint", version)));
  }

  @SuppressWarnings("deprecation") // older editors know one folder only
  private static List<String> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).toList();
    }
    return Optional.ofNullable(params.getRootUri()).map(List::of).orElse(List.of());
  }

  private static ServerCapabilities capabilities() {
    ServerCapabilities capabilities = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    capabilities.setTextDocumentSync(sync);
    capabilities.setCodeActionProvider(new CodeActionOptions(CodeActions.KINDS));
    capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.ALL));
    capabilities.setHoverProvider(true);
    capabilities.setInlayHintProvider(true);
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
    return capabilities;
  }

  @Override
  public void initialized(InitializedParams params) {
    core.register();
  }

  /** The page of a rule, which works without a network. */
  @JsonRequest("asynclint/explain")
  public CompletableFuture<Explanation> explain(ExplainParams params) {
    String rule = params.rule();
    return core.worker()
        .ask(isGivenUp -> new Explanation(Commands.page(rule), RulePages.url(rule)));
  }

  /** @param rule the name of a rule, which is a diagnostic's code */
  public record ExplainParams(String rule) {}

  /**
   * A rule's page.
   *
   * @param markdown its text
   * @param url where it stands on the web
   */
  public record Explanation(String markdown, String url) {}

  /** What editors tell when the user turns tracing on; there is nothing to trace. */
  @Override
  public void setTrace(SetTraceParams params) {}

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    core.worker().stop();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.accept(shutDown ? 0 : 1);
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return texts;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }
}
