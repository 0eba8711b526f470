package io.github.asynclint.lsp.project;

import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
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
  private boolean isLookedAt;
  private boolean looks;
  private boolean wasAsked;

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
    isLookedAt = false;
    return unit.put(file, text);
  }

  void remove(Path file) {
    analysis = Optional.empty();
    isLookedAt = false;
    unit.remove(file);
  }

  /** Whether there may be files that no question has led to. */
  boolean hasMore() {
    return !isLookedAt;
  }

  /** Looks at one of them; true if that was the last, so that more may be found from now on. */
  boolean lookAtOneMore() {
    if (unit.lookAtOneMore()) {
      looks = true;
      return false;
    }
    isLookedAt = true;
    boolean changes = looks;
    looks = false;
    if (changes) {
      analysis = Optional.empty();
    }
    return changes;
  }

  /** Other rules are to run from now on. */
  void forget() {
    analysis = Optional.empty();
  }

  /** What there is to ask about one file. */
  View view(Path file, RuleSelection rules) {
    wasAsked = true;
    Unit now = unit.unit(file);
    if (analysis.isEmpty()) {
      analysis =
          Optional.of(
              new Analysis(now.program(), models.bind(now.program()), rules, notes));
    }
    return new View(now, analysis.get(), unit.isWhole(file));
  }

  /**
   * What there is to say of one file before others are read; empty once the program was asked about. What
   * a policy says may turn out to be a defect with callers in other files, and then to be that rule's.
   */
  Optional<View> glance(Path file, RuleSelection rules) {
    return wasAsked
        ? Optional.empty()
        : unit.alone(file).map(alone -> view(alone, rules.withoutPolicies()));
  }

  private View view(Unit alone, RuleSelection rules) {
    Program program = alone.program();
    return new View(alone, new Analysis(program, models.bind(program), rules, notes), true);
  }

  @Override
  public void close() {
    unit.close();
  }
}
