package io.github.asynclint.lsp;

import com.google.gson.JsonObject;
import io.github.asynclint.lsp.text.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor as a server sees one: the protocol over two pipes, and a memory of what it was told. */
final class Editor implements LanguageClient, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final OutputStream toServer;
  private final InputStream fromServer;
  private final Future<Void> listening;
  private final CompletableFuture<Integer> exitCode;
  private final LanguageServer server;
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();
  private final List<PublishDiagnosticsParams> published = new CopyOnWriteArrayList<>();
  private final List<MessageParams> messages = new CopyOnWriteArrayList<>();
  private final List<RegistrationParams> registrations = new CopyOnWriteArrayList<>();
  private final List<ProgressParams> progress = new CopyOnWriteArrayList<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private volatile Optional<JsonObject> configuration = Optional.of(new JsonObject());

  Editor() throws IOException {
    // java.io's own pipes break when the thread that wrote last has ended, as the worker does.
    Pipe there = Pipe.open();
    Pipe back = Pipe.open();
    InputStream serverIn = Channels.newInputStream(there.source());
    OutputStream serverOut = Channels.newOutputStream(back.sink());
    toServer = Channels.newOutputStream(there.sink());
    fromServer = Channels.newInputStream(back.source());
    exitCode =
        CompletableFuture.supplyAsync(
            () -> {
              try (serverOut) {
                return Stdio.serve(serverIn, serverOut, "test");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> {
              Thread thread = new Thread(task, "test-server");
              thread.setDaemon(true);
              thread.start();
            });
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, fromServer, toServer);
    listening = launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  /** An editor that has a session with the folders open. */
  static Editor of(JsonObject options, Path... folders) throws IOException {
    Editor editor = new Editor();
    editor.initialize(options, folders);
    return editor;
  }

  InitializeResult initialize(JsonObject options, Path... folders) {
    InitializeParams params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setCapabilities(capabilities());
    params.setInitializationOptions(options);
    List<WorkspaceFolder> all = new ArrayList<>();
    for (Path folder : folders) {
      all.add(new WorkspaceFolder(uri(folder), folder.getFileName().toString()));
    }
    params.setWorkspaceFolders(all);
    InitializeResult result = get(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  private static ClientCapabilities capabilities() {
    ClientCapabilities capabilities = new ClientCapabilities();
    TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
    PublishDiagnosticsCapabilities diagnostics = new PublishDiagnosticsCapabilities(true);
    diagnostics.setCodeDescriptionSupport(true);
    texts.setPublishDiagnostics(diagnostics);
    texts.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
    capabilities.setTextDocument(texts);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    workspace.setWorkspaceEdit(edits);
    workspace.setConfiguration(true);
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    capabilities.setWorkspace(workspace);
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    capabilities.setWindow(window);
    return capabilities;
  }

  LanguageServer server() {
    return server;
  }

  static String uri(Path file) {
    return file.toUri().toString();
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  String open(Path file, String text) {
    versions.put(uri(file), 1);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "java", 1, text)));
    return uri(file);
  }

  /** Replaces a range of the buffer; the whole buffer if there is none. Gives the new version. */
  int change(Path file, Range range, String text) {
    TextDocumentContentChangeEvent event = new TextDocumentContentChangeEvent(text);
    event.setRange(range);
    int version = versions.merge(uri(file), 1, Integer::sum);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version), List.of(event)));
    return version;
  }

  void save(Path file) {
    server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  void close(Path file) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
  }

  int version(Path file) {
    return versions.get(uri(file));
  }

  /** The diagnostics of the version of now, once they are there. */
  List<Diagnostic> diagnostics(Path file) {
    return diagnostics(file, versions.get(uri(file)));
  }

  List<Diagnostic> diagnostics(Path file, int version) {
    return await(
        () ->
            last(file)
                .filter(each -> Integer.valueOf(version).equals(each.getVersion()))
                .map(PublishDiagnosticsParams::getDiagnostics));
  }

  Optional<PublishDiagnosticsParams> last(Path file) {
    return published.stream()
        .filter(each -> each.getUri().equals(uri(file)))
        .reduce((earlier, later) -> later);
  }

  List<PublishDiagnosticsParams> published() {
    return published;
  }

  void forgetPublished() {
    published.clear();
  }

  List<MessageParams> messages() {
    return messages;
  }

  List<RegistrationParams> registrations() {
    return registrations;
  }

  List<ProgressParams> progress() {
    return progress;
  }

  void configuration(JsonObject section) {
    configuration = Optional.of(section);
  }

  /** From now on nothing is set. */
  void noConfiguration() {
    configuration = Optional.empty();
  }

  CompletableFuture<Integer> exitCode() {
    return exitCode;
  }

  /** What the editor offers for a diagnostic, or for what stands at a range. */
  List<CodeAction> actions(Path file, Range range, List<Diagnostic> diagnostics, String... only) {
    CodeActionContext context = new CodeActionContext(diagnostics);
    if (only.length > 0) {
      context.setOnly(List.of(only));
    }
    return get(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        new TextDocumentIdentifier(uri(file)), range, context)))
        .stream()
        .map(Either::getRight)
        .toList();
  }

  /** The buffer after an edit, which must be one of this file and of the version of now. */
  String applied(WorkspaceEdit edit, Path file, String text) {
    TextDocumentEdit change = edit.getDocumentChanges().get(0).getLeft();
    if (edit.getDocumentChanges().size() != 1
        || !change.getTextDocument().getUri().equals(uri(file))
        || !change.getTextDocument().getVersion().equals(version(file))) {
      throw new AssertionError("not an edit of " + file + ": " + edit);
    }
    TextLines lines = new TextLines(text);
    StringBuilder changed = new StringBuilder(text);
    change.getEdits().stream()
        .map(Either::getLeft)
        .sorted(
            Comparator.comparing((TextEdit each) -> lines.offset(each.getRange().getStart()))
                .reversed())
        .forEach(
            each ->
                changed.replace(
                    lines.offset(each.getRange().getStart()),
                    lines.offset(each.getRange().getEnd()),
                    each.getNewText()));
    return changed.toString();
  }

  /** Writes to the server what no editor should. */
  void raw(String text) {
    try {
      toServer.write(text.getBytes(StandardCharsets.UTF_8));
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks again and again until there is an answer. */
  static <T> T await(Supplier<Optional<T>> question) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("nothing came");
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    published.add(params);
  }

  @Override
  public void showMessage(MessageParams params) {
    messages.add(params);
  }

  @Override
  public void logMessage(MessageParams params) {
    messages.add(params);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    registrations.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    progress.add(params);
  }

  /** How often the editor was told to ask for hints again. */
  int refreshes() {
    return refreshes.get();
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    refreshes.incrementAndGet();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    return CompletableFuture.completedFuture(Collections.singletonList(configuration.orElse(null)));
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(false));
  }

  @Override
  public void close() {
    if (!exitCode.isDone()) {
      get(server.shutdown());
      server.exit();
    }
    try (toServer; fromServer) {
      get(exitCode);
      listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the session does not end", e);
    }
  }
}
