package io.github.asynclint.lsp;

import com.google.gson.JsonObject;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
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
  /** For the worker's thread only, as the next is. */
  private Optional<Settings> current = Optional.empty();

  private int progresses;
  private JsonObject initial = new JsonObject();
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

  /** What the editor was started with; later settings go over it, key by key. */
  void start(Object options) {
    initial = Settings.section(options).orElseGet(JsonObject::new);
    configure(initial);
  }

  /** Takes settings over as they were pushed; an editor that pushes a mere sign of change is asked. */
  void configured(Object pushed) {
    boolean isTold = pushed instanceof JsonObject all && all.get("asynclint") instanceof JsonObject;
    if (abilities.configuration() && !isTold) {
      ConfigurationItem item = new ConfigurationItem();
      item.setSection("asynclint");
      remote
          .get()
          .configuration(new ConfigurationParams(List.of(item)))
          // Editors in which nothing is set answer with one null.
          .thenAccept(
              all -> take(all.stream().filter(Objects::nonNull).findFirst().orElse(initial)))
          .exceptionally(
              failure -> {
                client.note("the editor does not tell its settings: " + failure.getMessage());
                return null;
              });
    } else {
      take(pushed);
    }
  }

  private void take(Object json) {
    JsonObject all = initial.deepCopy();
    Settings.section(json)
        .ifPresent(section -> section.entrySet().forEach(each -> all.add(each.getKey(), each.getValue())));
    configure(all);
  }

  private void configure(JsonObject section) {
    Settings settings = Settings.read(section, client::warn);
    RuleSelection chosen = settings.selection(rules, client::warn);
    worker.enqueue(() -> apply(settings, chosen));
  }

  private void apply(Settings settings, RuleSelection chosen) {
    if (current.equals(Optional.of(settings))) {
      return;
    }
    current = Optional.of(settings);
    checks.debounce(settings.debounce());
    projects.rules(chosen);
    projects.classPath(settings.classPath());
    checks.refresh();
    if (colors.hints() != settings.hints()) {
      colors.hints(settings.hints());
      colorRefresh.chosen();
    }
  }

  /** A file was made, changed or deleted, maybe by the editor itself. */
  void changedOnDisk(Path file) {
    switch (Watches.kind(file)) {
      case SOURCE ->
          worker.enqueue(
              () -> {
                if (projects.refresh(file)) {
                  checks.refresh();
                }
              });
      case PROJECT ->
          worker.enqueue(
              () -> {
                projects.reload(file);
                checks.refresh();
              });
      case OTHER -> {}
    }
  }

  void folders(List<Path> added, List<Path> removed) {
    worker.enqueue(
        () -> {
          removed.forEach(projects::remove);
          added.forEach(projects::add);
          checks.refresh();
        });
  }

  /** The editor is to tell what happens on disk and to its settings. */
  void register() {
    if (abilities.watching()) {
      remote
          .get()
          .registerCapability(Watches.registration())
          .exceptionally(
              failure -> {
                client.note("the editor watches no files: " + failure.getMessage());
                return null;
              });
    }
    if (abilities.configuration()) {
      configured(new JsonObject());
    }
  }

  /** Reads all again that is not in the editor; on the worker's thread. */
  void reload() {
    projects.reload();
    checks.refresh();
  }

  @Override
  public void findings(Document document, List<Placed> found, View view) {
    PublishDiagnosticsParams params = diagnostics(document, found, view);
    params.setVersion(document.version());
    remote.get().publishDiagnostics(params);
    colorRefresh.analysed();
  }

  /** Names no version, which promises the findings of that text. */
  @Override
  public void glance(Document document, List<Placed> found, View view) {
    remote.get().publishDiagnostics(diagnostics(document, found, view));
  }

  private PublishDiagnosticsParams diagnostics(Document document, List<Placed> found, View view) {
    Diagnostics diagnostics = new Diagnostics(abilities, documents);
    return new PublishDiagnosticsParams(
        document.uri(), diagnostics.of(document, found, view.unit()));
  }

  @Override
  public void clear(Document document) {
    remote.get().publishDiagnostics(new PublishDiagnosticsParams(document.uri(), List.of()));
  }

  @Override
  public Reading reading(Path folder) {
    if (!abilities.progress()) {
      return () -> {};
    }
    progresses++;
    return ShownProgress.begin(remote.get(), "asynclint/reading/" + progresses, folder);
  }
}
