package io.github.asynclint.lsp;

import io.github.asynclint.lsp.work.Announcements;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** That a folder is being read, where the editor shows the progress of its servers. */
final class ShownProgress implements Announcements.Reading {
  private final LanguageClient remote;
  private final String token;
  private final CompletableFuture<Void> begun;

  private ShownProgress(LanguageClient remote, String token, CompletableFuture<Void> created) {
    this.remote = remote;
    this.token = token;
    this.begun = created;
  }

  /** Nobody waits for the editor: it is told of the begin when it has made room for that. */
  static ShownProgress begin(LanguageClient remote, String token, Path folder) {
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle("asynclint");
    begin.setMessage("reading " + folder.getFileName());
    begin.setCancellable(false);
    return new ShownProgress(
        remote,
        token,
        remote
            .createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token)))
            .thenRun(() -> tell(remote, token, begin)));
  }

  /** An editor that made no room for it is told nothing. */
  @Override
  public void end() {
    begun
        .thenRun(() -> tell(remote, token, new WorkDoneProgressEnd()))
        .exceptionally(refused -> null);
  }

  private static void tell(
      LanguageClient remote, String token, WorkDoneProgressNotification what) {
    remote.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(what)));
  }
}
