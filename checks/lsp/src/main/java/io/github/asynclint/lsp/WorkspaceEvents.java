package io.github.asynclint.lsp;

import io.github.asynclint.lsp.answers.Commands;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the editor tells of its folders, of files on disk and of settings. */
final class WorkspaceEvents implements WorkspaceService {
  private final Core core;

  WorkspaceEvents(Core core) {
    this.core = core;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    core.configure(params.getSettings());
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {}

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return switch (params.getCommand()) {
      case Commands.EXPLAIN ->
          CompletableFuture.completedFuture(Commands.page(Commands.text(params)));
      case Commands.RELOAD ->
          core.worker()
              .ask(
                  isGivenUp -> {
                    core.reload();
                    return true;
                  });
      default -> throw Commands.refused("no command is called " + params.getCommand());
    };
  }
}
