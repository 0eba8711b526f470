package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.failures.ThrownAtOnce;

/**
 * Does a method that promises a future or publisher throw a failure at its caller, who has handlers on
 * the result and no try around the call?
 *
 * <p>Silent for what only a wrong call brings about, such as a null argument.
 */
@AsyncRule(
    summary = "A method of async type throws instead of returning a failed result",
    tier = 3,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class SynchronousThrowFromAsyncMethod implements Rule {
  private static final String ADVICE =
      "return a failed result, so that there is one way to hear of failures: failedFuture, Mono.error,"
          + " Future.failedFuture";

  @Override
  public void check(Subject subject, Reporter reporter) {
    ThrownAtOnce failures = new ThrownAtOnce(subject);
    if (!failures.isPromised()) {
      return;
    }
    for (Event event : subject.body().events()) {
      if (event instanceof Event.Throw thrown) {
        failures
            .failure(thrown)
            .ifPresent(
                type -> reporter.report(report(subject.id().method(), thrown, type)));
      }
    }
  }

  private static Report report(MethodRef method, Event.Throw thrown, String type) {
    String message =
        method.name()
            + " throws "
            + Names.simple(type)
            + " at its caller: handlers of the "
            + Names.simple(method.returnType())
            + " never see it";
    return Report.at(thrown, message, ADVICE);
  }
}
