package io.github.asynclint.lsp.colors;

import io.github.asynclint.lsp.project.Projects;
import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.text.Documents;
import io.github.asynclint.lsp.work.Modified;
import io.github.asynclint.lsp.work.Worker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/**
 * What does the editor get when it asks for colors? Questions wait for the worker behind the edits before
 * them; one that an edit has overtaken is told so, and the editor asks again.
 */
public final class ColorAnswers {
  private final Documents documents;
  private final Projects projects;
  private final Worker worker;
  private final BiConsumer<String, Throwable> failures;
  private volatile ColorAbilities abilities = ColorAbilities.LEAST;
  private volatile Hints hints = Hints.OFF;

  /** @param failures told what was being done, and what it threw */
  public ColorAnswers(
      Documents documents,
      Projects projects,
      Worker worker,
      BiConsumer<String, Throwable> failures) {
    this.documents = documents;
    this.projects = projects;
    this.worker = worker;
    this.failures = failures;
  }

  public void abilities(ColorAbilities found) {
    abilities = found;
  }

  public ColorAbilities abilities() {
    return abilities;
  }

  public void hints(Hints chosen) {
    hints = chosen;
  }

  public Hints hints() {
    return hints;
  }

  /** The protocol's null where there is nothing to show. */
  public CompletableFuture<Hover> hover(HoverParams params) {
    ColorHover hover = new ColorHover(abilities.markdown());
    return ask(
        params.getTextDocument(),
        (document, view) -> hover.at(params.getPosition(), document, view),
        shown -> shown.flatMap(each -> each).orElse(null));
  }

  public CompletableFuture<List<InlayHint>> inlays(InlayHintParams params) {
    return hints == Hints.INLAY
        ? ask(
            params.getTextDocument(),
            (document, view) -> new ColorInlays().in(params.getRange(), document, view),
            shown -> shown.orElse(List.of()))
        : CompletableFuture.completedFuture(List.of());
  }

  public CompletableFuture<List<? extends CodeLens>> lenses(CodeLensParams params) {
    return hints == Hints.LENS
        ? ask(
            params.getTextDocument(),
            (document, view) -> new ColorLenses().of(document, view),
            shown -> shown.orElse(List.of()))
        : CompletableFuture.completedFuture(List.of());
  }

  /**
   * The worker's own future, and no stage of it: who cancels it means the question.
   *
   * @param toProtocol from the answer; empty for a file that is not open, or after a failure
   */
  private <T, R> CompletableFuture<R> ask(
      TextDocumentIdentifier file,
      BiFunction<Document, View, T> question,
      Function<Optional<T>, R> toProtocol) {
    Optional<Document> asked = documents.get(file.getUri());
    return worker.ask(isGivenUp -> toProtocol.apply(asked.flatMap(each -> answer(each, question))));
  }

  private <T> Optional<T> answer(Document document, BiFunction<Document, View, T> question) {
    if (!documents.isCurrent(document)) {
      throw Modified.error();
    }
    View view = projects.view(document.path());
    try {
      return Optional.of(question.apply(document, view));
    } catch (RuntimeException | StackOverflowError e) {
      failures.accept("the colors of " + document.uri(), e);
      return Optional.empty();
    }
  }
}
