package io.github.asynclint.cli;

import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.Unit;
import io.github.asynclint.project.UnitPlan;
import io.github.asynclint.cli.output.Reported;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.analysis.UnusedSuppression;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is found in the inputs? Serves one run. */
final class Check {
  private static final Comparator<Reported> ORDER =
      Comparator.comparing(Reported::path)
          .thenComparing(each -> each.finding().line())
          .thenComparing(each -> each.finding().rule());

  private final RuleSelection rules;
  private final ModelFiles models;
  private final Notes notes;
  private final Progress progress;
  private final boolean unusedSuppressions;
  private final ShownPaths shown = new ShownPaths();
  private final List<Reported> found = new ArrayList<>();
  private int classes;
  private boolean complete = true;

  /** @param unusedSuppressions whether suppressions that serve no purpose are noted */
  Check(
      RuleSelection rules,
      ModelFiles models,
      Notes notes,
      Progress progress,
      boolean unusedSuppressions) {
    this.rules = rules;
    this.models = models;
    this.notes = notes;
    this.progress = progress;
    this.unusedSuppressions = unusedSuppressions;
  }

  List<Reported> run(Inputs inputs) {
    try {
      for (UnitPlan plan : inputs.units()) {
        plan.open(notes, unit -> analyse(unit, plan));
      }
      progress.end();
    } catch (OutOfMemoryError e) {
      // What filled the memory is gone with the unit; what was found in it is not.
      complete = false;
      progress.end();
      notes.note(Memory.exhausted() + "; what was found so far is reported");
    }
    found.sort(ORDER);
    return List.copyOf(found);
  }

  /** How many classes could be read. */
  int classes() {
    return classes;
  }

  /** Whether all of the inputs were analysed. */
  boolean isComplete() {
    return complete;
  }

  private void analyse(Unit unit, UnitPlan plan) {
    Models bound = models.over(plan.modelPath(), notes).bind(unit.program());
    Analysis analysis = new Analysis(unit.program(), bound, rules, notes);
    int done = 0;
    for (String type : unit.types()) {
      progress.at(done++, unit.types().size());
      for (Finding finding : analysis.findings(List.of(type))) {
        if (unit.wants(finding.sourceFile())) {
          found.add(reported(finding, unit));
        }
      }
    }
    if (unusedSuppressions) {
      for (UnusedSuppression unused : analysis.unusedSuppressions(unit.types())) {
        notes.note(unused.place() + ": " + unused.problem());
      }
    }
    classes +=
        (int) unit.types().stream().filter(type -> unit.program().type(type).isPresent()).count();
  }

  private Reported reported(Finding finding, Unit unit) {
    Map<String, String> paths = new TreeMap<>();
    for (Step step : finding.steps()) {
      unit.path(step.sourceFile()).ifPresent(path -> paths.put(step.sourceFile(), shown.of(path)));
    }
    return new Reported(
        finding,
        unit.path(finding.sourceFile()).map(shown::of).orElse(finding.sourceFile()),
        unit.text(finding.sourceFile()),
        paths,
        Fingerprint.of(finding, unit.text(finding.sourceFile())));
  }
}
