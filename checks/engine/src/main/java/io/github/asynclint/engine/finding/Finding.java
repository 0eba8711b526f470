package io.github.asynclint.engine.finding;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.model.Certainty;
import java.util.List;
import java.util.Optional;

/**
 * One cause of trouble, as every host reports it.
 *
 * @param rule the rule's name
 * @param severity decided by the rule's tier and the certainty
 * @param type binary name of the class whose code is at fault
 * @param callable the body in which the finding stands
 * @param sourceFile as in {@code Callable.sourceFile()}
 * @param line from 1
 * @param highlight the characters at fault, in source-level seats
 * @param message one sentence without a full stop: who does what to which thread
 * @param steps the evidence, in reading order
 * @param advice what to do instead, one sentence or expression
 * @param fixes offered changes, the best first; empty in bytecode
 */
public record Finding(
    String rule,
    Severity severity,
    Certainty certainty,
    String type,
    CallableId callable,
    String sourceFile,
    int line,
    Optional<Span> highlight,
    String message,
    List<Step> steps,
    String advice,
    List<Fix> fixes) {
  public Finding {
    steps = List.copyOf(steps);
    fixes = List.copyOf(fixes);
  }

  /** How loud a finding is. */
  public enum Severity {
    SUGGESTION,
    WARNING,
    ERROR
  }

  public List<Step> steps(Step.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).toList();
  }
}
