package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.rules.models.ShippedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What does a seat say of a program?
 *
 * @param notes internal errors and unreadable input
 */
record Outcome(Seat seat, List<Finding> findings, List<String> notes) {
  /** Runs the rules over each of these packages as a program of its own. */
  static Outcome ofPackages(
      Seat seat,
      Program program,
      Iterable<String> packages,
      RuleSelection rules,
      List<String> notes) {
    List<Finding> findings = new ArrayList<>();
    for (String each : packages) {
      PackageProgram view = new PackageProgram(program, each);
      findings.addAll(findings(view, rules, notes));
    }
    return new Outcome(seat, findings, List.copyOf(new TreeSet<>(notes)));
  }

  /** Runs the rules over a program with the models that asynclint ships. */
  static List<Finding> findings(Program program, RuleSelection rules, List<String> notes) {
    return new Analysis(program, ShippedModels.load().bind(program), rules, notes::add).findings();
  }

  List<Finding> in(String file) {
    return findings.stream().filter(finding -> finding.sourceFile().equals(file)).toList();
  }

  /** The finding as several lines of text: place, rule, message and steps. */
  static String describe(Finding finding) {
    StringBuilder out = new StringBuilder();
    out.append(finding.sourceFile()).append(':').append(finding.line());
    out.append(' ').append(finding.rule());
    out.append(' ').append(finding.certainty().name().toLowerCase(java.util.Locale.ROOT));
    out.append(": ").append(finding.message());
    for (Step step : finding.steps()) {
      out.append("\n      ").append(step.kind()).append(' ').append(step);
    }
    return out.toString();
  }
}
