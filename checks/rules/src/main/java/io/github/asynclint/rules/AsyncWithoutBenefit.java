package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.Rewrapping;
import io.github.asynclint.rules.waiting.HandedOver;
import io.github.asynclint.rules.waiting.Wait;

/**
 * Is work handed to another thread only to wait for it at once, or a plain value wrapped only to be
 * unwrapped again?
 *
 * <p>Silent where the other thread may be the point: an executor that is not just any worker pool, a
 * timeout, a retry. Waiting for an API that is async by itself is no work handed over.
 */
@AsyncRule(
    summary = "Work is handed to another thread and waited for at once, or a value wrapped for nothing",
    tier = 2,
    section = AsyncRule.Section.MISPLACED_WORK,
    yieldsTo = {
      "BlockingWaitInAsyncContext",
      "LockHeldWhileWaiting",
      "ExecutorSelfStarvation",
      "BlockingOnCommonPool",
      "FakeAsync",
      "EagerPublisherArgument",
      "SequentialAwait"
    })
@AutoService(Rule.class)
public final class AsyncWithoutBenefit implements Rule {
  private static final String CALL_IT =
      "call the work directly; or start it early, do something else meanwhile, and wait late";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      Wait.of(subject, subject.body(), call)
          .filter(wait -> !wait.isTimed() && HandedOver.forNothing(subject, wait))
          .ifPresent(
              wait ->
                  reporter.report(
                      waited(subject, call, wait.start(), Certainty.DEFINITE)));
      HandedOver.threadJoinedAtOnce(subject, call)
          .ifPresent(
              start ->
                  reporter.report(
                      waited(subject, call, start, Certainty.LIKELY)));
      Rewrapping.of(subject, call)
          .ifPresent(found -> reporter.report(rewrapped(call, found)));
    }
  }

  private static Report waited(
      Subject subject, Event.Call call, Event.Call start, Certainty certainty) {
    String message =
        call.target().name()
            + " waits at once for the work that "
            + start.target().name()
            + " hands over: the caller could do it itself";
    return Report.at(call, message, CALL_IT)
        .certainty(certainty)
        .step(
            new Step(
                Step.Kind.RELATED,
                "handed over here",
                subject.body().callable().sourceFile(),
                start.place().line()));
  }

  private static Report rewrapped(Event.Call call, Rewrapping found) {
    String message =
        call.target().name() + " unwraps what its callback has just wrapped: nothing here is async";
    return Report.at(call, message, "use " + found.plain() + ", which takes the plain value")
        .fix(Fixes.unwrap(call, found.wrapping(), found.plain()));
  }
}
