package io.github.asynclint.lsp.colors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * When is the editor to ask for hints again? When something else was analysed, as code elsewhere may hand a
 * callback to another thread. While the editor has not answered, it is not told again, but once after.
 */
public final class ColorRefresh {
  private final Supplier<LanguageClient> editor;
  private final ColorAnswers answers;

  /** News since the last time the editor was told; 0 while nobody waits for its answer. */
  private final AtomicInteger news = new AtomicInteger();

  public ColorRefresh(Supplier<LanguageClient> editor, ColorAnswers answers) {
    this.editor = editor;
    this.answers = answers;
  }

  /** Something was analysed. */
  public void analysed() {
    if (answers.hints() != Hints.OFF && news.getAndIncrement() == 0) {
      tell();
    }
  }

  /** The user chose to see other hints, or none. */
  public void chosen() {
    if (news.getAndIncrement() == 0) {
      tell();
    }
  }

  private void tell() {
    int told = news.get();
    ColorAbilities abilities = answers.abilities();
    CompletableFuture<Void> inlays =
        abilities.asksForInlaysAgain()
            ? editor.get().refreshInlayHints()
            : CompletableFuture.completedFuture(null);
    CompletableFuture<Void> lenses =
        abilities.asksForLensesAgain()
            ? editor.get().refreshCodeLenses()
            : CompletableFuture.completedFuture(null);
    CompletableFuture.allOf(inlays, lenses)
        .exceptionally(failure -> null)
        .thenRun(
            () -> {
              if (!news.compareAndSet(told, 0)) {
                tell();
              }
            });
  }
}
