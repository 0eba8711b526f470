package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
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
import io.github.asynclint.rules.results.HandledFailures;
import io.github.asynclint.rules.results.HarmlessWork;
import io.github.asynclint.rules.results.LostFailures;
import io.github.asynclint.rules.results.LostWork;
import java.util.Optional;

/**
 * Is a future dropped, so that nobody learns when its work ends or that it failed?
 *
 * <p>A future of the program's own method is likely to matter only: the author may know that it does not,
 * unless it is seen to be the outcome of a library's operation.
 *
 * <p>A chain that ends in a stage without a value to look at (thenAccept, onSuccess) or whose handler
 * ignores the failure is another rule's business: there the result is used, only the failure is lost.
 */
@AsyncRule(
    summary = "A future is dropped: nobody awaits its result or learns of its failure",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class UnawaitedFuture implements Rule {
  private static final String ADVICE =
      "return the future or compose it with the next step; where it is meant to run on its own, look"
          + " at its failure (whenComplete, exceptionally, onFailure)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      if (isLost(subject, call)) {
        String message =
            "the future of " + call.target().name() + " is dropped: its failure goes unnoticed";
        reporter.report(
            Report.at(call, message, ADVICE)
                .certainty(LostWork.certainty(subject, subject.body(), call))
                .fix(Fixes.handleFailure(subject, call)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.voidSlot()
          && !Callbacks.isNested(subject, subject.body(), function)
          && function.code() instanceof Event.Code.Reference reference
          && !subject.resolution().gaps().inType(reference.method().owner())
          && isFuture(subject, reference.method().resultType())
          && !Drops.mayIgnore(subject, subject.body(), reference)
          && !LostFailures.endsChain(subject.resolution().model(reference))
          && !isHandledInside(subject, reference)) {
        String message =
            "each future of "
                + reference.method().name()
                + " is dropped: the functional interface has no place for it";
        reporter.report(
            Report.at(function, message, ADVICE)
                .certainty(LostWork.certainty(subject, subject.body(), reference)));
      }
    }
  }

  private static boolean isFuture(Subject subject, String type) {
    return subject.kindOf(type).isFuture();
  }

  private static boolean isLost(Subject subject, Event.Call call) {
    if (subject.resolution().gaps().inModel(call)) {
      return false;
    }
    boolean future = isFuture(subject, call.target().resultType());
    if (future && DroppedCollections.isOnlyCollected(subject, call)) {
      return true;
    }
    if (!Drops.isDropped(subject, call)) {
      return false;
    }
    if (!future) {
      return DroppedCollections.isDroppedStream(subject, call, TypeModel.Kind::isFuture);
    }
    if (subject.model(call).result() == MethodModel.ResultUse.RECEIVER) {
      return isFreshReceiver(subject, call);
    }
    return !startsNothing(subject, call)
        && !Drops.mayIgnore(subject, subject.body(), call)
        && !HarmlessWork.cannotFail(subject, subject.body(), call)
        && !LostFailures.endsChain(subject.model(call))
        && !HandledFailures.isHandled(subject, subject.body(), new Value.Result(call.id()), 0);
  }

  /** {@code promise.future();} only looks at what is there, and a promise has no work of its own. */
  private static boolean startsNothing(Subject subject, Event.Call call) {
    return subject.model(call).is(MethodModel.Role.MAKES_PROMISE)
        || (call.arguments().isEmpty()
            && call.receiver().isPresent()
            && subject.kindOf(call.receiverType()) == TypeModel.Kind.PROMISE);
  }

  /** {@code save(x).orTimeout(..);} drops the future that save yields, which nobody else holds. */
  private static boolean isFreshReceiver(Subject subject, Event.Call call) {
    Optional<Event.Call> receiver = call.receiver().flatMap(subject.body()::call);
    return receiver.isPresent()
        && subject.model(call).failure() == MethodModel.Failure.PASSED_ON
        && !LostFailures.endsChain(subject.model(call))
        && isFuture(subject, receiver.get().target().resultType())
        && receiver.get().local().isEmpty()
        && subject.body().usesOfResult(receiver.get()).size() == 1
        && !subject.resolution().gaps().inUses(subject.body(), call.receiver().get())
        && !Drops.mayIgnore(subject, subject.body(), receiver.get())
        && !HandledFailures.isHandled(subject, subject.body(), new Value.Result(receiver.get().id()), 0);
  }

  private static boolean isHandledInside(Subject subject, Event.Code.Reference reference) {
    Optional<Boolean> handled =
        subject
            .resolution()
            .target(subject.body(), reference)
            .map(target -> HandledFailures.returnsHandled(subject, target, 0));
    return handled.orElse(false);
  }
}
