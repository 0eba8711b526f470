package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.failures.EscapingFailures;
import io.github.asynclint.rules.failures.OwnExecutors;
import io.github.asynclint.rules.failures.Tasks;
import java.util.List;
import java.util.Optional;

/**
 * Does a periodic task let out an exception, after which its schedule runs it no more?
 *
 * <p>Schedulers that go on after a failure have no row that says so, and are not reported.
 */
@AsyncRule(
    summary = "A periodic task lets an exception out, which silently ends its schedule",
    tier = 2,
    likelyTier = 3,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class PeriodicTaskDies implements Rule {
  private static final String ADVICE =
      "catch Exception around the whole body of the task, log it, and let the next run try again";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Tasks tasks = new Tasks(subject);
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.STOPS_ON_FAILURE)
          && !subject.resolution().gaps().inModel(call)
          && !isWatched(subject, call)
          && !OwnExecutors.take(subject, call)) {
        Optional<Tasks.Task> task = tasks.of(call).filter(each -> !tasks.seesToItself(each));
        task.ifPresent(each -> reporter.report(report(subject, call, each)));
      }
    }
  }

  /** Whether somebody waits for the end of the schedule, or gives its future to who may. */
  private static boolean isWatched(Subject subject, Event.Call call) {
    return subject.resolution().gaps().inUses(subject.body(), new Value.Result(call.id()))
        || subject.body().usesOfResult(call).stream()
            .anyMatch(
                use ->
                    switch (use.kind()) {
                      case RECEIVER -> waits(subject, (Event.Call) use.event());
                      case ARGUMENT -> takesFuture(subject, (Event.Call) use.event(), use.index());
                      default -> false;
                    });
  }

  private static boolean waits(Subject subject, Event.Call call) {
    return subject
        .model(call)
        .effect()
        .filter(effect -> effect.kind() == EffectModel.Kind.WAITS)
        .isPresent();
  }

  private static boolean takesFuture(Subject subject, Event.Call call, int index) {
    return subject.kindOf(call.target().parameters().get(index)).isFuture();
  }

  private static Report report(Subject subject, Event.Call call, Tasks.Task task) {
    Optional<EscapingFailures.Failure> failure =
        task.body().flatMap(new EscapingFailures(subject)::of);
    String message =
        "the first exception of the task ends its schedule: "
            + call.target().name()
            + " runs it no more, and tells nobody";
    boolean sure = failure.isPresent() && !OwnExecutors.mayTake(subject, call);
    return Report.at(call, message, ADVICE)
        .certainty(sure ? Certainty.DEFINITE : Certainty.LIKELY)
        .steps(failure.map(EscapingFailures.Failure::steps).orElse(List.of()));
  }
}
