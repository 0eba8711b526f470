package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.StaleLooks;
import io.github.asynclint.rules.state.StateWrites;
import io.github.asynclint.rules.state.StateWrites.StateWrite;
import java.util.Optional;

/**
 * Is shared state written in a callback because of what a look at it told before the crossing, when
 * others may have looked or written since?
 *
 * <p>One thread for all of it, such as an event loop, does not help: others have their turn in between.
 */
@AsyncRule(
    summary = "State is written in a callback from a look at it before the async call",
    tier = 3,
    section = AsyncRule.Section.STATE,
    yieldsTo = {"UnsafeStateAcrossAsync"})
@AutoService(Rule.class)
public final class StaleStateAfterAsync implements Rule {
  private static final int MAX_CROSSINGS = 4;
  private static final String ADVICE =
      "keep the future itself instead of its result (computeIfAbsent), mark the state as taken before"
          + " the async call, or look again in the callback (putIfAbsent, compareAndSet)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    StateWrites writes = new StateWrites(subject);
    StaleLooks looks = new StaleLooks(subject, writes);
    for (StateWrite write : writes.in(subject.body())) {
      Optional<Crossings.Crossing> crossing =
          write.event() instanceof Event.FunctionObject function
              ? subject.crossings().of(subject.body(), function)
              : subject.crossings().around(subject.id());
      for (int i = 0; i < MAX_CROSSINGS && crossing.isPresent(); i++) {
        Crossings.Crossing across = crossing.get();
        if (!isAsync(subject, across)
            || looks.isRechecked(across, subject.body(), write)) {
          break;
        }
        Optional<Event> look = looks.before(across, subject.body(), write);
        if (look.isPresent()
            && !writes.isOneWay(write)
            && !(writes.mayBeUnsafe(write) && runsBeside(subject, across))) {
          reporter.report(report(write, across, look.get()));
          break;
        }
        crossing = subject.crossings().around(across.near().id());
      }
    }
  }

  /** Whether the callback is a stage of a future or publisher, or a task, and nobody waits for it. */
  private static boolean isAsync(Subject subject, Crossings.Crossing crossing) {
    TypeModel.Kind receiver = subject.kindOf(crossing.call().receiverType());
    return (receiver.isAsync()
            || receiver == TypeModel.Kind.EXECUTOR
            || subject.yields(crossing.call()).isAsync())
        && !crossing.far().isHidden()
        && !crossing.near().id().method().isConstructor()
        && !crossing.near().id().method().isStaticInitializer()
        && !subject.crossings().isAwaited(crossing);
  }

  /** Whether the callback may run beside other code: then that the state is not thread-safe is worse. */
  private static boolean runsBeside(Subject subject, Crossings.Crossing crossing) {
    TypeModel.Kind receiver = subject.kindOf(crossing.call().receiverType());
    return !crossing.far().context().confined()
        && (receiver.isFuture()
            || receiver == TypeModel.Kind.EXECUTOR
            || crossing.far().isKnown());
  }

  private static Report report(StateWrite write, Crossings.Crossing crossing, Event look) {
    String message =
        "the field "
            + write.field().name()
            + " is changed in a callback of "
            + Names.method(crossing.call().target())
            + " because of what it was before: meanwhile others may have seen the same, or changed it";
    return Report.at(write.event(), message, ADVICE)
        .certainty(Certainty.LIKELY)
        .step(
            new Step(
                Step.Kind.RELATED,
                "looked at here, before the async call",
                crossing.near().callable().sourceFile(),
                look.place().line()));
  }
}
