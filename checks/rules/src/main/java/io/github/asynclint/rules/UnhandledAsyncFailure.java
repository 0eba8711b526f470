package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.promises.OpenPromises;
import io.github.asynclint.rules.results.Drops;
import io.github.asynclint.rules.results.LostFailures;
import java.util.Optional;

/**
 * Does a chain end, as a statement, in a stage that only success gets to, so that a failure vanishes?
 *
 * <p>A dropped future that nothing consumes is UnawaitedFuture's business. A stage that completes a
 * promise, which a failure leaves open, is NeverCompletedFuture's.
 */
@AsyncRule(
    summary = "A chain ends in a stage that does not look at the failure, and nobody else does",
    tier = 3,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class UnhandledAsyncFailure implements Rule {
  private static final String ADVICE =
      "end the chain in a handler that looks at the failure (exceptionally, whenComplete, onFailure),"
          + " or return it to somebody who does";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      MethodModel model = subject.model(call);
      if (subject.yields(call).isFuture()
          && LostFailures.endsChain(model)
          && Drops.isDropped(subject, call)) {
        LostFailures failures = new LostFailures(subject);
        failures
            .lostBy(call)
            .filter(start -> start.id() != call.id())
            .filter(start -> !OpenPromises.isGivenTo(subject, call))
            .map(start -> report(subject, call, model, start))
            .map(report -> report.certainty(certainty(failures, call)))
            .ifPresent(reporter::report);
      }
    }
  }

  /** Cleaning up after a success and a failure alike is done on purpose, as a rule. */
  private static Certainty certainty(LostFailures failures, Event.Call call) {
    return failures.runsEitherWay(call) ? Certainty.LIKELY : Certainty.DEFINITE;
  }

  private static Report report(
      Subject subject, Event.Call call, MethodModel model, Event.Call start) {
    String reason =
        model.failure() == Failure.HANDLED_IF_READ
            ? " ends the chain and does not look at it"
            : " ends the chain and runs only on success";
    String message =
        "a failure of "
            + start.target().name()
            + " goes unnoticed: "
            + call.target().name()
            + reason;
    return Report.at(call, message, ADVICE).fix(fix(subject, call, model));
  }

  /** What handle returns has replaced the failure, so that a handler after it would not see it. */
  private static Optional<Fix> fix(Subject subject, Event.Call call, MethodModel model) {
    boolean replaced =
        model.failure() == Failure.HANDLED_IF_READ
            && model.callbackResults().containsValue(CallbackResult.WRAPPED);
    return replaced ? Optional.empty() : Fixes.handleFailure(subject, call);
  }
}
