package io.github.asynclint.lsp;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.lsp.answers.ClientAbilities;
import io.github.asynclint.lsp.answers.Diagnostics;
import io.github.asynclint.lsp.colors.ColorAnswers;
import io.github.asynclint.lsp.colors.ColorRefresh;
import io.github.asynclint.lsp.project.Projects;
import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.text.Documents;
import io.github.asynclint.lsp.work.Announcements;
import io.github.asynclint.lsp.work.Checks;
import io.github.asynclint.lsp.work.Placed;
import io.github.asynclint.lsp.work.Worker;
import io.github.asynclint.project.Inputs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** What all parts of the server share, for one session with one editor. */
final class Core implements Announcements {
  private final Supplier<LanguageClient> remote;
  private final Client client;
  private final RuleSelection rules = RuleSelection.all(Core.class.getClassLoader());
  private final Documents documents = new Documents();
  private final Projects projects;
  private final Checks checks;
  private final Worker worker;
  private final ColorAnswers colors;
  private final ColorRefresh colorRefresh;
  private volatile ClientAbilities abilities = ClientAbilities.LEAST;

  Core(Supplier<LanguageClient> remote) {
    this.remote = remote;
    this.client = new Client(remote);
    this.projects = new Projects(rules.byDefault(), client::warn, client);
    this.checks = new Checks(documents, projects, this);
    this.worker = new Worker(checks, failure -> client.failure("the analysis", failure));
    this.colors = new ColorAnswers(documents, projects, worker, client::failure);
    this.colorRefresh = new ColorRefresh(remote, colors);
  }

  Client client() {
    return client;
  }

  Documents documents() {
    return documents;
  }

  Checks checks() {
    return checks;
  }

  Projects projects() {
    return projects;
  }

  Worker worker() {
    return worker;
  }

  ColorAnswers colors() {
    return colors;
  }

  ClientAbilities abilities() {
    return abilities;
  }

  void abilities(ClientAbilities found) {
    abilities = found;
  }

  /** Takes settings over: those of the user, as JSON. */
  void configure(Object json) {
    Settings settings = Settings.read(json, client::warn);
    RuleSelection chosen = settings.selection(rules, client::warn);
    List<Path> classPath =
        Inputs.classPath(String.join(File.pathSeparator, settings.classPath()), client);
    worker.enqueue(
        () -> {
          checks.debounce(settings.debounce());
          projects.rules(chosen);
          projects.classPath(classPath);
          checks.refresh();
          if (colors.hints() != settings.hints()) {
            colors.hints(settings.hints());
            colorRefresh.chosen();
          }
        });
  }

  /** Reads all again that is not in the editor; on the worker's thread. */
  void reload() {
    projects.reload();
    checks.refresh();
  }

  @Override
  public void findings(Document document, List<Placed> found, View view) {
    Diagnostics diagnostics = new Diagnostics(abilities, documents);
    remote.get().publishDiagnostics(
        new PublishDiagnosticsParams(
            document.uri(),
            diagnostics.of(document, found, view.unit()),
            document.version()));
    colorRefresh.analysed();
  }

  @Override
  public void clear(Document document) {
    remote.get().publishDiagnostics(new PublishDiagnosticsParams(document.uri(), List.of()));
  }

  @Override
  public Reading reading(Path folder) {
    return () -> {};
  }
}
