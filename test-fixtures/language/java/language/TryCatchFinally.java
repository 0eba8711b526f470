package language;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** try with catch and finally: what is guarded, what handles it, what runs on every way out. */
final class TryCatchFinally {
  private void open() throws IOException {}

  private void close() {}

  private int read() throws IOException {
    return 1;
  }

  int simpleCatch() {
    try {
      return read();
    } catch (IOException e) {
      return -1;
    }
  }

  void swallowed() {
    try {
      open();
    } catch (IOException ignored) {
      // nothing to do
    }
  }

  int finallyCalls() throws IOException {
    open();
    try {
      return read();
    } finally {
      close();
    }
  }

  String multiCatch(Future<String> result) {
    try {
      return result.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  int nested() {
    int value = 0;
    try {
      open();
      try {
        value = read();
      } catch (IOException e) {
        value = -1;
      } finally {
        close();
      }
    } catch (IOException e) {
      value = -2;
    }
    return value;
  }

  int tryInsideCatch() {
    try {
      return read();
    } catch (IOException first) {
      try {
        return read();
      } catch (IOException second) {
        first.addSuppressed(second);
        return -1;
      }
    }
  }

  void tryInsideFinally() throws IOException {
    try {
      open();
    } finally {
      try {
        read();
      } catch (IOException e) {
        close();
      }
    }
  }

  void rethrownWrapped() {
    try {
      open();
    } catch (IOException e) {
      throw new IllegalStateException("cannot open", e);
    }
  }

  void rethrownSame() throws IOException {
    try {
      open();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  void rethrownPrecisely() throws IOException {
    try {
      open();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  CompletableFuture<Integer> failureIntoFuture() {
    CompletableFuture<Integer> promise = new CompletableFuture<>();
    try {
      promise.complete(read());
    } catch (Throwable t) {
      promise.completeExceptionally(t);
    }
    return promise;
  }

  @SuppressWarnings("finally")
  int finallyReturns() {
    try {
      return read();
    } catch (IOException e) {
      return 2;
    } finally {
      return 3;
    }
  }

  int catchInLoop() {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        return read();
      } catch (IOException e) {
        continue;
      } finally {
        close();
      }
    }
    return 0;
  }

  CompletableFuture<Integer> tryInLambda(CompletableFuture<String> name) {
    return name.thenApply(
        n -> {
          try {
            return read() + n.length();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  void tryAroundLambda(CompletableFuture<String> name) {
    try {
      name.thenAccept(n -> close());
    } catch (IllegalStateException e) {
      close();
    }
  }

  int tryInIfWithElse(boolean open) {
    int value = 0;
    if (open) {
      try {
        value = read();
      } catch (IOException e) {
        close();
      }
    } else {
      value = -1;
      close();
    }
    return value;
  }
}
