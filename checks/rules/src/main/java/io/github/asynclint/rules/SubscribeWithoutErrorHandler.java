package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.ChainFailures;
import io.github.asynclint.rules.results.Subscriptions;
import io.github.asynclint.rules.results.SurroundingChain;

/**
 * Is a publisher subscribed to with nobody to take its failure, neither in the subscription nor in the
 * chain?
 *
 * <p>Silent where the publisher comes from out of sight: who made it may have dealt with its failures.
 */
@AsyncRule(
    summary = "A publisher is subscribed to with nobody to take its failure",
    tier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS,
    yieldsTo = {"DoubleSubscription", "NestedSubscribe"})
@AutoService(Rule.class)
public final class SubscribeWithoutErrorHandler implements Rule {
  private static final String ADVICE =
      "subscribe with a consumer of the failure, or handle the failure in the chain (onErrorResume,"
          + " onFailure)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    ChainFailures failures = new ChainFailures(subject);
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.DROPS_FAILURE)
          && !subject.resolution().gaps().inModel(call)
          && !new Subscriptions(subject).isToOneOfSeveralUses(call)
          && !new SurroundingChain(subject).isHidden()
          && !failures.areSeen(subject.body(), call)) {
        String message =
            call.target().name()
                + " has no place for a failure: it goes to a hook of the library, and the code here"
                + " goes on as if nothing had happened";
        boolean emits = failures.onlyEmits(subject.body(), call);
        reporter.report(
            Report.at(call, message, ADVICE)
                .certainty(emits ? Certainty.LIKELY : Certainty.DEFINITE)
                .fix(Fixes.takeFailure(subject, call)));
      }
    }
  }
}
