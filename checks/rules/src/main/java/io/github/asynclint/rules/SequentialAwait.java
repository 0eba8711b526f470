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
import io.github.asynclint.rules.waiting.LazyStreams;
import io.github.asynclint.rules.waiting.OneAfterAnother;
import io.github.asynclint.rules.waiting.Repeated;
import io.github.asynclint.rules.waiting.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Are independent async calls awaited one after another, so that they take the sum of their times?
 *
 * <p>Silent where the second may need the first: by its data, by a condition, by what both do to the
 * same thing, or because something limits the pace.
 */
@AsyncRule(
    summary = "Independent async calls are awaited one after another",
    tier = 3,
    section = AsyncRule.Section.MISPLACED_WORK,
    yieldsTo = {"BlockingWaitInAsyncContext", "LockHeldWhileWaiting", "FakeAsync", "EagerPublisherArgument"})
@AutoService(Rule.class)
public final class SequentialAwait implements Rule {
  private static final String ADVICE =
      "start all of them first and wait then (thenCombine, allOf and join, Mono.zip)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    List<Wait> earlier = new ArrayList<>();
    for (Event.Call call : subject.calls()) {
      Optional<Wait> wait = Wait.of(subject, subject.body(), call);
      if (wait.isPresent()) {
        report(subject, reporter, earlier, wait.get());
        earlier.add(wait.get());
      }
    }
    LazyStreams.waits(subject)
        .forEach(
            event ->
                reporter.report(
                    Report.at(
                        event,
                        "each element is waited for before the next one is started: streams are lazy",
                        "collect the started futures into a list first, then wait for them")));
  }

  private static void report(
      Subject subject, Reporter reporter, List<Wait> earlier, Wait wait) {
    Optional<Certainty> repeated = Repeated.certainty(subject, wait);
    if (repeated.isPresent()) {
      String message =
          wait.start().target().name()
              + " is awaited in each turn before the next one starts it: the turns need not wait";
      reporter.report(Report.at(wait.call(), message, ADVICE).certainty(repeated.get()));
      return;
    }
    for (Wait first : earlier) {
      Optional<Certainty> certainty = OneAfterAnother.certainty(subject, first, wait);
      if (certainty.isPresent()) {
        String message =
            wait.start().target().name()
                + " is started only after the wait for "
                + first.start().target().name()
                + ", which it does not need";
        reporter.report(
            Report.at(wait.call(), message, ADVICE)
                .certainty(certainty.get())
                .step(
                    new Step(
                        Step.Kind.RELATED,
                        "the first wait",
                        subject.body().callable().sourceFile(),
                        first.call().place().line())));
        return;
      }
    }
  }
}
