package io.github.asynclint.lsp.project;

import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.project.LiveUnit;
import io.github.asynclint.project.Unit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A program while it is edited, with its analysis as of now. */
final class OpenProgram implements AutoCloseable {
  private final LiveUnit unit;
  private final ModelStore models;
  private final Notes notes;
  private Optional<Analysis> analysis = Optional.empty();

  OpenProgram(LiveUnit unit, ModelStore models, Notes notes) {
    this.unit = unit;
    this.models = models;
    this.notes = notes;
  }

  boolean has(Path file) {
    return unit.has(file);
  }

  boolean wouldHave(Path file) {
    return unit.wouldHave(file);
  }

  Set<Path> files() {
    return unit.ownFiles();
  }

  /** False where another file of the program is in the place of this one. */
  boolean put(Path file, String text) {
    analysis = Optional.empty();
    return unit.put(file, text);
  }

  void remove(Path file) {
    analysis = Optional.empty();
    unit.remove(file);
  }

  /** Other rules are to run from now on. */
  void forget() {
    analysis = Optional.empty();
  }

  /** What there is to ask about one file. */
  View view(Path file, RuleSelection rules) {
    Unit now = unit.unit(file);
    if (analysis.isEmpty()) {
      analysis =
          Optional.of(
              new Analysis(now.program(), models.bind(now.program()), rules, notes));
    }
    return new View(now, analysis.get(), unit.isWhole(file));
  }

  @Override
  public void close() {
    unit.close();
  }
}
