package io.github.asynclint.engine.rule;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule says of one place: built step by step, then handed to the {@link Reporter}. */
public final class Report {
  private final int line;
  private final int event;
  private final Optional<Span> highlight;
  private final String message;
  private final String advice;
  private final List<Step> steps = new ArrayList<>();
  private final List<Fix> fixes = new ArrayList<>();
  private Certainty certainty = Certainty.DEFINITE;

  private Report(
      int line, int event, Optional<Span> highlight, String message, String advice) {
    this.line = line;
    this.event = event;
    this.highlight = highlight;
    this.message = message;
    this.advice = advice;
  }

  /**
   * A report on an event of the body under check.
   *
   * @param message one sentence without a full stop
   * @param advice what to do instead
   */
  public static Report at(Event event, String message, String advice) {
    return new Report(event.place().line(), event.id(), highlight(event), message, advice);
  }

  /** A report on the declaration of the body under check. */
  public static Report atDeclaration(int line, String message, String advice) {
    return new Report(line, -1, Optional.empty(), message, advice);
  }

  private static Optional<Span> highlight(Event event) {
    if (event instanceof Event.Call call) {
      return call.spans().map(spans -> spans.name());
    }
    return event instanceof Event.FunctionObject function ? function.span() : Optional.empty();
  }

  public Report certainty(Certainty value) {
    certainty = value;
    return this;
  }

  public Report steps(List<Step> more) {
    steps.addAll(more);
    return this;
  }

  public Report step(Step step) {
    steps.add(step);
    return this;
  }

  public Report fix(Fix fix) {
    fixes.add(fix);
    return this;
  }

  public Report fix(Optional<Fix> fix) {
    fix.ifPresent(fixes::add);
    return this;
  }

  public int line() {
    return line;
  }

  /** The event's id, or -1 for the declaration. */
  public int event() {
    return event;
  }

  public Optional<Span> highlight() {
    return highlight;
  }

  public String message() {
    return message;
  }

  public String advice() {
    return advice;
  }

  public Certainty certainty() {
    return certainty;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  public List<Fix> fixes() {
    return List.copyOf(fixes);
  }
}
