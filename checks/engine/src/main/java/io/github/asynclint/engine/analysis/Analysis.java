package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.colors.Colors;
import io.github.asynclint.engine.context.Concerns;
import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.HandedOver;
import io.github.asynclint.engine.context.Reach;
import io.github.asynclint.engine.effect.Effects;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Cycles;
import io.github.asynclint.engine.resolve.Resolution;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What do the rules find in a program? One instance serves one program and remembers what it learned.
 * Not safe for use by several threads.
 */
public final class Analysis {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::sourceFile)
          .thenComparing(Finding::line)
          .thenComparing(Finding::rule);

  private final Program program;
  private final RuleSelection rules;
  private final Notes notes;
  private final Resolution resolution;
  private final Contexts contexts;
  private final Crossings crossings;
  private final Reach reach;
  private final Effects effects;
  private final Relevance relevance;
  private final List<Rule> ofPlainWaits;
  private final TestCode tests;
  private final SuppressedCode suppressed;
  private final Colors colors;

  public Analysis(Program program, Models models, RuleSelection rules, Notes notes) {
    this.program = program;
    this.rules = rules;
    this.notes = notes;
    this.resolution = new Resolution(program, models);
    Cycles cycles = new Cycles();
    this.contexts = new Contexts(resolution, cycles);
    Concerns concerns = new Concerns(resolution);
    HandedOver handedOver = new HandedOver(resolution, concerns);
    this.crossings = new Crossings(resolution, contexts, handedOver);
    this.reach = new Reach(resolution, concerns);
    this.effects = new Effects(resolution, contexts, reach, cycles);
    this.relevance = new Relevance(resolution, contexts, crossings, concerns, handedOver, reach);
    this.ofPlainWaits =
        rules.rules().stream().filter(rule -> rule.info().plainWaits()).toList();
    this.tests = new TestCode(program);
    this.suppressed = new SuppressedCode(program);
    this.colors =
        new Colors(
            resolution,
            contexts,
            crossings,
            effects,
            code -> tests.contains(code.type(), code.sourceFile()),
            notes);
  }

  /** The findings in all classes of the program, by file, line and rule. */
  public List<Finding> findings() {
    return findings(program.programTypes());
  }

  /** The findings in the code of these classes (not of classes nested in them). */
  public List<Finding> findings(List<String> types) {
    List<Finding> found = new ArrayList<>();
    for (String type : types) {
      program.type(type).ifPresent(facts -> found.addAll(findings(facts)));
    }
    found.sort(ORDER);
    Set<List<Object>> seen = new HashSet<>();
    // An initializer stands in every constructor, and two equal calls may share a line.
    found.removeIf(
        finding -> !seen.add(List.of(finding.rule(), finding.sourceFile(), finding.line())));
    return List.copyOf(found);
  }

  /** What runs where in the program, and what it does there; shares what is learned here. */
  public Colors colors() {
    return colors;
  }

  /** What suppresses nothing in these classes, or gives no reason; ask for their findings first. */
  public Set<UnusedSuppression> unusedSuppressions(List<String> types) {
    Set<String> names = rules.rules().stream().map(Rule::name).collect(Collectors.toSet());
    return suppressed.unused(types, names);
  }

  private List<Finding> findings(TypeFacts type) {
    List<Finding> found = new ArrayList<>();
    for (MethodRef method : resolution.bodies().methods(type.name())) {
      List<Rule> concerned = concerned(type, method);
      if (!concerned.isEmpty()) {
        for (BodyView body : resolution.bodies().ofMethod(method)) {
          found.addAll(findings(body, concerned));
        }
      }
    }
    return found;
  }

  private List<Rule> concerned(TypeFacts type, MethodRef method) {
    if (relevance.contains(type, method)) {
      return rules.rules();
    }
    return !ofPlainWaits.isEmpty() && relevance.waits(method) ? ofPlainWaits : List.of();
  }

  private record Reported(Rule rule, Report report) {}

  private List<Finding> findings(BodyView body, List<Rule> concerned) {
    Callable callable = body.callable();
    boolean isTest = tests.contains(callable.type(), callable.sourceFile());
    Subject subject = new Subject(body, resolution, contexts, crossings, effects, reach, isTest);
    List<Reported> reported = new ArrayList<>();
    for (Rule rule : concerned) {
      if (isTest && !rule.info().checksTests()) {
        continue;
      }
      try {
        rule.check(subject, report -> reported.add(new Reported(rule, report)));
      } catch (RuntimeException | StackOverflowError failure) {
        notes.note(
            "internal error of "
                + rule.name()
                + " in "
                + callable.id()
                + " ("
                + failure
                + "); the rest is analysed");
      }
    }
    List<Finding> found = new ArrayList<>();
    for (Reported each : reported) {
      if (!isSuperfluous(each, reported)
          && !suppressed.contains(
              each.rule().name(),
              callable.type(),
              callable.id().method(),
              callable.sourceFile(),
              each.report().line())) {
        found.add(finding(each, callable));
      }
    }
    return found;
  }

  private static boolean isSuperfluous(Reported one, List<Reported> all) {
    List<String> stronger = List.of(one.rule().info().yieldsTo());
    return all.stream()
        .anyMatch(
            other ->
                stronger.contains(other.rule().name())
                    && other.report().event() == one.report().event());
  }

  private static Finding finding(Reported reported, Callable callable) {
    Report report = reported.report();
    return new Finding(
        reported.rule().name(),
        severity(reported.rule().info(), report.certainty()),
        report.certainty(),
        callable.type(),
        callable.id(),
        callable.sourceFile(),
        report.line(),
        report.highlight(),
        report.message(),
        report.steps(),
        report.advice(),
        report.fixes());
  }

  private static Finding.Severity severity(AsyncRule info, Certainty certainty) {
    int tier =
        certainty == Certainty.LIKELY && info.likelyTier() > 0 ? info.likelyTier() : info.tier();
    return switch (tier) {
      case 1 -> Finding.Severity.ERROR;
      case 2 -> Finding.Severity.WARNING;
      default -> Finding.Severity.SUGGESTION;
    };
  }
}
