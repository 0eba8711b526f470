package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings.Crossing;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Drops;
import io.github.asynclint.rules.waiting.TestWaits;
import java.util.Optional;

/**
 * Does a test end before the assertions in its callbacks have run, or without having its expectations
 * checked?
 *
 * <p>Silent where the test may wait for anything at all: it need not be this.
 */
@AsyncRule(
    summary = "An assertion that the test does not wait for: the test passes whatever comes out",
    tier = 2,
    section = AsyncRule.Section.UNAWAITED_RESULTS,
    checksTests = true)
@AutoService(Rule.class)
public final class UnawaitedTestAssertion implements Rule {
  private static final String AWAIT =
      "wait for the result with a time limit (orTimeout(..).join(), block(..), a latch) and assert on it"
          + " in the test itself";
  private static final String VERIFY = "end the chain with verifyComplete() or verify()";

  @Override
  public void check(Subject subject, Reporter reporter) {
    if (!subject.isTest()) {
      return;
    }
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.EXPECTS)
          && Drops.isDropped(subject, call)
          && !subject.resolution().gaps().inModel(call)) {
        String message =
            "nothing checks the expectation of " + call.target().name() + ": nobody verifies it";
        reporter.report(Report.at(call, message, VERIFY));
      }
    }
    TestWaits waits = new TestWaits(subject);
    inCallback(subject, waits).ifPresent(reporter::report);
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && subject.resolution().model(reference).is(Role.ASSERTS)) {
        subject
            .crossings()
            .of(subject.body(), function)
            .filter(waits::areMissing)
            .map(crossing -> report(function, crossing))
            .ifPresent(reporter::report);
      }
    }
  }

  /** A callback that the test does not wait for is one mistake, however many assertions it has. */
  private static Optional<Report> inCallback(Subject subject, TestWaits waits) {
    Optional<Event.Call> assertion =
        subject.calls().stream()
            .filter(call -> subject.model(call).is(Role.ASSERTS))
            .filter(call -> !subject.resolution().gaps().inModel(call))
            .findFirst();
    return assertion.isEmpty()
        ? Optional.empty()
        : subject
            .crossings()
            .around(subject.id())
            .filter(waits::areMissing)
            .map(crossing -> report(assertion.get(), crossing));
  }

  private static Report report(Event at, Crossing crossing) {
    String message =
        "the test does not wait for the callback of "
            + crossing.call().target().name()
            + ": it passes whether or not this assertion fails";
    return Report.at(at, message, AWAIT);
  }
}
