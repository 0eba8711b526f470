package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.ChainFailures;
import io.github.asynclint.rules.results.Drops;
import io.github.asynclint.rules.results.Subscriptions;
import io.github.asynclint.rules.results.SurroundingChain;
import java.util.Optional;

/**
 * Does a callback of a chain, or a method that returns a publisher, subscribe to another publisher, so
 * that the work runs beside the chain instead of in it?
 *
 * <p>Where the author has dealt with the failure, the work is perhaps meant to run beside: that is only
 * likely a mistake, and none where it is given a scheduler of its own as well.
 */
@AsyncRule(
    summary = "A publisher is subscribed to inside a chain that does not wait for it",
    tier = 2,
    likelyTier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS,
    yieldsTo = "DoubleSubscription")
@AutoService(Rule.class)
public final class NestedSubscribe implements Rule {
  private static final String ADVICE =
      "make it part of the chain (flatMap, delayUntil, then, call), so that its failure, its end and a"
          + " cancellation are the chain's";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Subscriptions subscriptions = new Subscriptions(subject);
    SurroundingChain chain = new SurroundingChain(subject);
    for (Event.Call call : subject.calls()) {
      MethodModel model = subject.model(call);
      if (takesCallbacks(model)
          && !subject.resolution().gaps().inModel(call)
          && (call.sink() == Event.Sink.VOID_LAMBDA || Drops.isDropped(subject, call))
          && !subscriptions.isToOneOfSeveralUses(call)) {
        boolean seen =
            model.failure() == Failure.HANDLED
                || new ChainFailures(subject).areSeen(subject.body(), call);
        Optional<String> around =
            seen && subscriptions.hasOwnScheduler(call)
                ? Optional.empty()
                : chain.around();
        around.ifPresent(
            place ->
                reporter.report(
                    Report.at(call, message(call, place), ADVICE)
                        .certainty(seen ? Certainty.LIKELY : Certainty.DEFINITE)));
      }
    }
  }

  private static String message(Event.Call call, String place) {
    return call.target().name()
        + " starts work beside the chain: "
        + place
        + " goes on without it, and a failure or a cancellation does not get from one to the other";
  }

  /** A subscriber object is how publishers are built on others. */
  private static boolean takesCallbacks(MethodModel model) {
    return model.is(Role.DROPS_FAILURE)
        || (model.is(Role.SUBSCRIBES) && model.failure() == Failure.HANDLED);
  }
}
