package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.EarlyReads;
import io.github.asynclint.rules.state.Mutations;
import io.github.asynclint.rules.state.OtherSides;
import java.util.List;
import java.util.Optional;

/**
 * Is state that is not safe to share written behind a crossing while another run of the callback, another
 * callback or the near side may touch it?
 */
@AsyncRule(
    summary = "State that is not thread-safe is shared across an async call",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.STATE)
@AutoService(Rule.class)
public final class UnsafeStateAcrossAsync implements Rule {
  private static final String ADVICE =
      "collect the results of the callbacks instead (allOf and join, collectList), or use a concurrent"
          + " type or an atomic";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Mutations mutations = new Mutations(subject);
    OtherSides others = new OtherSides(subject, mutations);
    for (Mutations.Mutation mutation : mutations.in(subject.body())) {
      Optional<Crossings.Crossing> crossing = crossing(subject, mutation);
      if (crossing.isEmpty()
          || crossing.get().far().isHidden()
          || crossing.get().far().context().confined()
          || !isOutside(mutation, crossing.get())
          || others.isLocked(mutation)) {
        continue;
      }
      Optional<Danger> danger = danger(subject, others, mutation, crossing.get());
      danger.ifPresent(
          found ->
              reporter.report(
                  Report.at(mutation.event(), found.message(), ADVICE)
                      .certainty(found.certainty())
                      .steps(crossing.get().far().why())
                      .steps(found.steps())));
    }
  }

  private record Danger(String message, Certainty certainty, List<Step> steps) {}

  private static Optional<Crossings.Crossing> crossing(
      Subject subject, Mutations.Mutation mutation) {
    return mutation.event() instanceof Event.FunctionObject function
        ? subject.crossings().of(subject.body(), function)
        : subject.crossings().around(subject.id());
  }

  /** Whether the state lives on the near side, so that it is shared by the runs of the callback. */
  private static boolean isOutside(Mutations.Mutation mutation, Crossings.Crossing crossing) {
    return mutation.variable().field().isPresent()
        || !crossing.inside(mutation.variable().local().body());
  }

  private static Optional<Danger> danger(
      Subject subject,
      OtherSides others,
      Mutations.Mutation mutation,
      Crossings.Crossing crossing) {
    Certainty known =
        crossing.far().isKnown() ? crossing.far().certainty() : Certainty.LIKELY;
    String what = mutation.what();
    if (!mutation.mayHaveOwnSlot()
        && subject.crossings().isMultiple(crossing, mutation.variable().local().body())) {
      return Optional.of(
          new Danger(
              what + " is changed by callbacks that may run at the same time",
              known,
              List.of(step(crossing, "one callback for each run of this"))));
    }
    if (mutation.isShared()) {
      return Optional.of(
          new Danger(
              what + " is shared by all callers and changed in a callback",
              known,
              List.of(step(crossing, "crosses to another thread in " + name(crossing)))));
    }
    Optional<Crossings.Crossing> other = others.otherCallback(mutation, crossing);
    if (other.isPresent()) {
      return Optional.of(
          new Danger(
              what + " is changed by two callbacks that may run at the same time",
              Certainty.LIKELY,
              List.of(step(other.get(), "the other callback"))));
    }
    Optional<Located> side =
        isTask(subject, crossing)
            ? others.otherSide(mutation, crossing)
            : Optional.empty();
    if (side.isPresent()) {
      return Optional.of(
          new Danger(
              what + " is changed in a callback while other code uses it",
              Certainty.LIKELY,
              List.of(others.step(side.get(), "used here"))));
    }
    Optional<Event> early = new EarlyReads(subject).of(mutation, crossing);
    return early.map(
        event ->
            new Danger(
                what + " is read before the callback that changes it has run",
                Certainty.LIKELY,
                List.of(
                    new Step(
                        Step.Kind.RELATED,
                        "read here, with no wait in between",
                        crossing.near().callable().sourceFile(),
                        event.place().line()))));
  }

  /** A task of an executor or a stage of a future: a publisher's signals come one after the other. */
  private static boolean isTask(Subject subject, Crossings.Crossing crossing) {
    TypeModel.Kind receiver = subject.kindOf(crossing.call().receiverType());
    return receiver.isFuture() || receiver == TypeModel.Kind.EXECUTOR || crossing.far().isKnown();
  }

  private static String name(Crossings.Crossing crossing) {
    return Names.method(crossing.call().target());
  }

  private static Step step(Crossings.Crossing crossing, String text) {
    return new Step(
        Step.Kind.RELATED,
        text,
        crossing.at().callable().sourceFile(),
        crossing.call().place().line());
  }
}
