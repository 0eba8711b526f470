package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.failures.EscapingFailures;
import io.github.asynclint.rules.failures.OwnExecutors;
import io.github.asynclint.rules.failures.Tasks;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.Drops;
import java.util.List;
import java.util.Optional;

/**
 * Is a task handed to an executor that keeps its failure in a future, and that future dropped?
 *
 * <p>Silent where the task sees to its own failures, and where its body is not known.
 */
@AsyncRule(
    summary = "A task's failure goes into a future that nobody reads",
    tier = 2,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class DroppedTaskFailure implements Rule {
  private static final String ADVICE =
      "use execute, so that the failure gets to the uncaught-exception handler, catch it in the task,"
          + " or keep the future and look at it";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Tasks tasks = new Tasks(subject);
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.HIDES_FAILURE)
          && !subject.resolution().gaps().inModel(call)
          && Drops.isDropped(subject, call)
          && !OwnExecutors.take(subject, call)) {
        Optional<Tasks.Task> task = tasks.of(call).filter(each -> !tasks.seesToItself(each));
        task.ifPresent(each -> reporter.report(report(subject, call, each)));
      }
    }
  }

  private static Report report(Subject subject, Event.Call call, Tasks.Task task) {
    Optional<EscapingFailures.Failure> failure =
        task.body().flatMap(new EscapingFailures(subject)::of);
    boolean certain = failure.filter(EscapingFailures.Failure::certain).isPresent();
    String message =
        "an exception of the task goes unnoticed: "
            + call.target().name()
            + " puts it into a future that is dropped";
    return Report.at(call, message, ADVICE)
        .certainty(certain ? Certainty.DEFINITE : Certainty.LIKELY)
        .steps(failure.map(EscapingFailures.Failure::steps).orElse(List.of()))
        .fix(fix(call));
  }

  /** A Callable may throw checked exceptions, which execute would not take. */
  private static Optional<Fix> fix(Event.Call call) {
    return call.target().parameters().equals(List.of("java.lang.Runnable"))
        ? Fixes.rename(call, "execute", "Let the failure out of the task")
        : Optional.empty();
  }
}
