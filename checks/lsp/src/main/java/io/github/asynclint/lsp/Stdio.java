package io.github.asynclint.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.eclipse.lsp4j.services.LanguageClient;

/** How does an editor reach the server? By messages over two streams, until it says goodbye. */
public final class Stdio {
  /** The editor went without a word. */
  private static final int LOST = 1;

  private Stdio() {}

  /**
   * Serves one editor and gives the exit code that the protocol asks for.
   *
   * @param out gets messages of the protocol and nothing else
   */
  public static int serve(InputStream in, OutputStream out, String version) {
    OneLineLog.install();
    AtomicReference<LanguageClient> remote = new AtomicReference<>();
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Core core = new Core(remote::get);
    Server server = new Server(core, version, exit::complete);
    Gate gate = new Gate();
    Launcher<LanguageClient> launcher =
        new Launcher.Builder<LanguageClient>()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .setExceptionHandler(failure -> error(failure, core))
            .wrapMessages(
                consumer ->
                    consumer instanceof RemoteEndpoint
                        ? gate.before(new ReflectiveMessageValidator(consumer))
                        : consumer)
            .create();
    remote.set(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    Thread end = new Thread(() -> awaitEnd(listening, exit), "asynclint-end");
    end.setDaemon(true);
    end.start();
    // asynclint:ignore UnboundedWait - the server lasts until the editor ends it
    int code = exit.join();
    core.worker().stop();
    return code;
  }

  private static void awaitEnd(Future<Void> listening, CompletableFuture<Integer> exit) {
    try {
      // asynclint:ignore UnboundedWait - lasts as long as the editor writes
      listening.get();
    } catch (ExecutionException | CancellationException e) {
      // The streams are of no use any more, for whatever reason.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exit.complete(LOST);
  }

  /** What a request that failed is answered: the protocol's own errors as they are. */
  private static ResponseError error(Throwable failure, Core core) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof CompletionException
            || cause instanceof InvocationTargetException
            || cause instanceof UndeclaredThrowableException
            || cause.getClass() == RuntimeException.class)) {
      cause = cause.getCause();
    }
    if (cause instanceof ResponseErrorException told) {
      return told.getResponseError();
    }
    if (cause instanceof CancellationException) {
      return new ResponseError(ResponseErrorCode.RequestCancelled, "cancelled", null);
    }
    core.client().failure("a request", cause);
    return new ResponseError(ResponseErrorCode.InternalError, cause.toString(), null);
  }
}
