package io.github.asynclint.lsp;

import io.github.asynclint.lsp.answers.Commands;
import io.github.asynclint.lsp.text.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the editor tells of its folders, of files on disk and of settings. */
final class WorkspaceEvents implements WorkspaceService {
  private final Core core;

  WorkspaceEvents(Core core) {
    this.core = core;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    core.configured(params.getSettings());
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    for (FileEvent event : params.getChanges()) {
      Document.file(event.getUri()).ifPresent(core::changedOnDisk);
    }
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    core.folders(paths(params.getEvent().getAdded()), paths(params.getEvent().getRemoved()));
  }

  private static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream()
        .map(folder -> Document.file(folder.getUri()))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return core.worker()
        .ask(
            isGivenUp ->
                switch (params.getCommand()) {
                  case Commands.EXPLAIN -> Commands.page(Commands.text(params));
                  case Commands.RELOAD -> {
                    core.reload();
                    yield true;
                  }
                  default ->
                      throw Commands.refused("no command is called " + params.getCommand());
                });
  }
}
