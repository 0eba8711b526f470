package io.github.asynclint.lsp.work;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.lsp.text.Change;
import io.github.asynclint.lsp.text.TextLines;
import java.util.Optional;

/**
 * A finding and where it stands in the buffer now.
 *
 * @param exact whether nothing was typed since it was found, so that its edits still fit
 */
public record Placed(Finding finding, Span span, boolean exact) {
  static Placed of(Finding finding, TextLines lines) {
    Span span = finding.highlight().orElseGet(() -> lines.trimmed(finding.line() - 1));
    return new Placed(finding, span, true);
  }

  /** After an edit; empty if that touched it. */
  Optional<Placed> after(Change change) {
    return change.moved(span).map(now -> new Placed(finding, now, false));
  }
}
