package io.github.asynclint.lsp.answers;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.FindingText;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.lsp.pages.RulePages;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.text.Documents;
import io.github.asynclint.lsp.text.TextLines;
import io.github.asynclint.lsp.work.Placed;
import io.github.asynclint.project.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;

/** How does a finding look as a diagnostic? */
public final class Diagnostics {
  public static final String SOURCE = "asynclint";

  private final ClientAbilities client;
  private final Documents documents;

  public Diagnostics(ClientAbilities client, Documents documents) {
    this.client = client;
    this.documents = documents;
  }

  /** @param unit the program in which the evidence stands */
  public List<Diagnostic> of(Document document, List<Placed> found, Unit unit) {
    return found.stream().map(each -> of(document, each, unit)).toList();
  }

  private Diagnostic of(Document document, Placed placed, Unit unit) {
    Finding finding = placed.finding();
    Diagnostic diagnostic =
        new Diagnostic(
            document.lines().range(placed.span()),
            FindingText.of(finding),
            severity(finding.severity()),
            SOURCE,
            finding.rule());
    if (client.links()) {
      diagnostic.setCodeDescription(
          new DiagnosticCodeDescription(RulePages.url(finding.rule())));
    }
    if (client.related()) {
      diagnostic.setRelatedInformation(related(finding, unit));
    }
    return diagnostic;
  }

  private static DiagnosticSeverity severity(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case SUGGESTION -> DiagnosticSeverity.Information;
    };
  }

  /** The steps that have a place in the workspace; the message tells the others, too. */
  private List<DiagnosticRelatedInformation> related(Finding finding, Unit unit) {
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (Step step : finding.steps()) {
      location(step, unit)
          .ifPresent(
              location ->
                  related.add(
                      new DiagnosticRelatedInformation(
                          location, FindingText.label(step.kind()) + " " + step.text())));
    }
    return related;
  }

  private Optional<Location> location(Step step, Unit unit) {
    Optional<Path> path = unit.path(step.sourceFile());
    Optional<String> text = unit.text(step.sourceFile());
    if (path.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    Path file = path.get().toAbsolutePath().normalize();
    String uri = documents.at(file).map(Document::uri).orElseGet(() -> file.toUri().toString());
    TextLines lines = new TextLines(text.get());
    Range range = lines.range(lines.trimmed(Math.max(0, step.line() - 1)));
    return Optional.of(new Location(uri, range));
  }
}
