package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Direction;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.Schedulers;
import java.util.Optional;

/**
 * Does a scheduler stand in its chain where it does not reach the code that it is meant for?
 *
 * <p>The blocking code above a scheduler is reported here and not by the rules on blocking: it was to be
 * offloaded, and what is wrong is the place.
 */
@AsyncRule(
    summary = "A scheduler stands where it does not move the code that it is meant for",
    tier = 2,
    section = AsyncRule.Section.MISPLACED_WORK)
@AutoService(Rule.class)
public final class MisplacedScheduler implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      if (subject.resolution().gaps().inModel(call)) {
        continue;
      }
      if (Schedulers.moves(subject, call, Direction.DOWN)) {
        checkTooLate(subject, reporter, call);
      } else if (Schedulers.moves(subject, call, Direction.UP)) {
        checkIgnored(subject, reporter, call);
      }
    }
  }

  /** {@code map(this::load).publishOn(boundedElastic())} moves what comes after the load. */
  private static void checkTooLate(Subject subject, Reporter reporter, Event.Call call) {
    Optional<Effect> effect =
        Schedulers.mayBlock(subject, subject.body(), call)
            ? Schedulers.blockingAbove(subject, call)
            : Optional.empty();
    if (effect.isPresent()) {
      String message =
          call.target().name()
              + " moves only what is below it: the code above "
              + Wording.of(effect.get().kind(), effect.get().what())
              + " on a thread that must not block";
      reporter.report(
          Report.at(call, message, "move it above the blocking operator, or move the source instead")
              .certainty(effect.get().certainty().and(Certainty.LIKELY))
              .steps(effect.get().trace()));
    }
  }

  private static void checkIgnored(Subject subject, Reporter reporter, Event.Call call) {
    Optional<Event.Call> reason = Schedulers.ignored(subject, subject.body(), call);
    if (reason.isEmpty()) {
      return;
    }
    boolean own = subject.model(reason.get()).is(Role.IGNORES_SUBSCRIBER);
    String name = Names.method(reason.get().target());
    String message =
        call.target().name()
            + (own
                ? " has no effect: " + name + " emits on threads of its own"
                : " has no effect: the one nearer to the source wins");
    Report report =
        Report.at(
                call,
                message,
                own
                    ? "use the operator that moves what is below it (publishOn, observeOn, emitOn)"
                    : "remove it, or use the operator that moves what is below it")
            .step(
                new Step(
                    Step.Kind.RELATED,
                    own ? "the source" : "the one that wins",
                    subject.body().callable().sourceFile(),
                    reason.get().place().line()));
    Schedulers.blockingAbove(subject, call)
        .ifPresent(effect -> report.steps(effect.trace()));
    reporter.report(report);
  }
}
