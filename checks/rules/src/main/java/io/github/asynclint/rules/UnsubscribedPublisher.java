package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.Callbacks;
import io.github.asynclint.rules.results.DroppedCollections;
import io.github.asynclint.rules.results.Drops;

/** Is a lazy publisher dropped, so that its work never runs? */
@AsyncRule(
    summary = "A lazy publisher is dropped: its work never runs",
    tier = 1,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class UnsubscribedPublisher implements Rule {
  private static final String ADVICE =
      "make it part of the chain that is returned (flatMap, then, chain), or return it";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      MethodModel model = subject.model(call);
      if (isLost(subject, call, model)) {
        String message =
            "nothing subscribes to the publisher of " + call.target().name() + ": it never runs";
        reporter.report(
            Report.at(call, message, ADVICE).fix(Fixes.joinChain(subject, call)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.voidSlot()
          && !Callbacks.isNested(subject, subject.body(), function)
          && function.code() instanceof Event.Code.Reference reference
          && !subject.resolution().gaps().inType(reference.method().owner())
          && isPublisher(subject, reference.method().resultType())
          && !Drops.mayIgnore(subject, subject.body(), reference)) {
        String message =
            "nothing subscribes to the publishers of "
                + reference.method().name()
                + ": the functional interface has no place for them";
        reporter.report(Report.at(function, message, ADVICE));
      }
    }
  }

  private static boolean isLost(Subject subject, Event.Call call, MethodModel model) {
    if (subject.resolution().gaps().inModel(call)) {
      return false;
    }
    boolean publisher = needsSubscriber(subject, call, model);
    if (publisher && DroppedCollections.isOnlyCollected(subject, call)) {
      return true;
    }
    if (!Drops.isDropped(subject, call)) {
      return false;
    }
    return publisher
        ? !Drops.mayIgnore(subject, subject.body(), call)
        : DroppedCollections.isDroppedStream(
            subject, call, kind -> kind == TypeModel.Kind.PUBLISHER);
  }

  private static boolean isPublisher(Subject subject, String type) {
    return subject.kindOf(type) == TypeModel.Kind.PUBLISHER;
  }

  /** A publisher, or a step of building its subscription that does not subscribe yet. */
  private static boolean needsSubscriber(
      Subject subject, Event.Call call, MethodModel model) {
    return isPublisher(subject, call.target().resultType())
        || (model.result() == MethodModel.ResultUse.MUST_USE
            && isPublisher(subject, call.target().owner()));
  }
}
