package com.example.orders;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.commons.io.FileUtils;

/** Writes what is printed to a folder. */
public final class Press {
  private final File folder;
  private final Executor workers;

  public Press(File folder, Executor workers) {
    this.folder = folder;
    this.workers = workers;
  }

  /** Completes when the page is written. */
  public CompletableFuture<Void> print(String name, String page) {
    return CompletableFuture.runAsync(() -> write(name, page), workers);
  }

  private void write(String name, String page) {
    try {
      FileUtils.write(new File(folder, name), page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
