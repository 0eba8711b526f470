package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.waiting.TimedOut;

/**
 * Does a method give up on a task that it has started itself when the time is over, and leave the task
 * running?
 *
 * <p>Silent where anybody else has the future: they may want its result.
 */
@AsyncRule(
    summary = "A task that nobody waits for any more is not cancelled",
    tier = 3,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class TimeoutWithoutCancel implements Rule {
  private static final String ADVICE =
      "cancel the future when the time is over: it gives up its thread, or its place in the queue";

  @Override
  public void check(Subject subject, Reporter reporter) {
    TimedOut timedOut = new TimedOut(subject);
    for (Event.Call call : subject.calls()) {
      timedOut
          .leftRunning(call)
          .ifPresent(start -> reporter.report(report(subject, call, start)));
    }
  }

  /** A task of an executor can be interrupted; what else makes futures may not listen to a cancel. */
  private static Report report(Subject subject, Event.Call wait, Event.Call start) {
    String message =
        "after the timeout of "
            + wait.target().name()
            + " what "
            + start.target().name()
            + " has started goes on for nobody";
    boolean task = subject.model(start).is(Role.HIDES_FAILURE);
    return Report.at(wait, message, ADVICE)
        .certainty(task ? Certainty.DEFINITE : Certainty.LIKELY)
        .step(
            new Step(
                Step.Kind.RELATED,
                "started here",
                subject.body().callable().sourceFile(),
                start.place().line()));
  }
}
