package io.github.asynclint.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
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
}
