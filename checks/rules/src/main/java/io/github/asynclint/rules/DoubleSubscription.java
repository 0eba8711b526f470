package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.Subscriptions;
import java.util.List;
import java.util.Optional;

/**
 * Is one cold publisher subscribed to twice, or subscribed to and returned as well, so that its work runs
 * twice?
 *
 * <p>Both must happen in one run of the body. Silent where the publisher may be shared or hot.
 */
@AsyncRule(
    summary = "A cold publisher is subscribed to more than once: its work runs again each time",
    tier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class DoubleSubscription implements Rule {
  private static final String ADVICE =
      "subscribe once: return the publisher and leave that to the caller, or share it (cache, memoize)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Subscriptions subscriptions = new Subscriptions(subject);
    for (Event.Call call : subject.calls()) {
      if (subject.yields(call) == TypeModel.Kind.PUBLISHER
          && subject.body().usesOfResult(call).size() > 1) {
        repeated(subject, subscriptions.of(call))
            .filter(each -> subscriptions.repeatsWork(call))
            .map(each -> report(subject, call, each))
            .map(report -> report.certainty(subscriptions.certainty(call)))
            .ifPresent(reporter::report);
      }
    }
  }

  /** @param other the first subscription, or the return that makes the caller subscribe */
  private record Repeated(Event.Call at, Event other) {}

  private static Optional<Repeated> repeated(Subject subject, List<Event> ends) {
    for (Event second : ends) {
      for (Event first : ends) {
        if (first instanceof Event.Call call
            && subject.body().dominates(first, second)
            && !subject.body().isInCatch(second)) {
          return Optional.of(
              second instanceof Event.Call again
                  ? new Repeated(again, call)
                  : new Repeated(call, second));
        }
      }
    }
    return Optional.empty();
  }

  private static Report report(Subject subject, Event.Call publisher, Repeated repeated) {
    boolean returned = repeated.other() instanceof Event.Return;
    String work = "the work of " + publisher.target().name();
    String message =
        returned
            ? repeated.at().target().name()
                + " runs "
                + work
                + ", and whoever gets the returned publisher runs it again"
            : repeated.at().target().name() + " runs " + work + " a second time";
    Step step =
        new Step(
            Step.Kind.RELATED,
            returned ? "returned here" : "subscribed to before",
            subject.body().callable().sourceFile(),
            repeated.other().place().line());
    Optional<Fix> fix = Fixes.share(subject, publisher);
    return Report.at(repeated.at(), message, ADVICE).step(step).fix(fix);
  }
}
