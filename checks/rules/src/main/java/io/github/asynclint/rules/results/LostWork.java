package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Is what a dropped future would have told surely worth knowing?
 *
 * <p>The outcome of a library's operation is. Who wrote a helper of the program may know that the future
 * it returns says nothing that matters, unless that future is seen to be such an outcome.
 */
public final class LostWork {
  private static final int DEPTH = 4;

  private LostWork() {}

  /** How certain it is that dropping the call's future loses something. */
  public static Certainty certainty(Subject subject, BodyView body, Event.Call call) {
    return isOutcome(subject, body, call, DEPTH) ? Certainty.DEFINITE : Certainty.LIKELY;
  }

  /** As {@link #certainty(Subject, BodyView, Event.Call)} for a method reference. */
  public static Certainty certainty(
      Subject subject, BodyView body, Event.Code.Reference reference) {
    boolean outcome =
        !Helpers.isOfProgram(subject, reference.method())
            || subject.resolution().model(reference).result() == ResultUse.MUST_USE
            || subject
                .resolution()
                .target(body, reference)
                .filter(target -> yieldsOutcome(subject, target, DEPTH))
                .isPresent();
    return outcome ? Certainty.DEFINITE : Certainty.LIKELY;
  }

  private static boolean isOutcome(Subject subject, BodyView body, Event.Call call, int depth) {
    if (!Helpers.isOfProgram(subject, call.target())
        || subject.model(call).result() == ResultUse.MUST_USE) {
      return true;
    }
    List<MethodRef> targets = Helpers.of(subject, body, call);
    return depth > 0
        && !targets.isEmpty()
        && targets.stream().allMatch(target -> yieldsOutcome(subject, target, depth));
  }

  /** Whether a result of the method is the outcome of a library's operation, its failure not handled. */
  private static boolean yieldsOutcome(Subject subject, MethodRef method, int depth) {
    return subject
        .resolution()
        .bodies()
        .view(method)
        .filter(
            helper ->
                helper.returned().stream()
                    .anyMatch(
                        value ->
                            !HandledFailures.isHandled(subject, helper, value, 1)
                                && operation(subject, helper, value)
                                    .filter(
                                        call -> isOutcome(subject, helper, call, depth - 1))
                                    .isPresent()))
        .isPresent();
  }

  /** The call that started what the value is a stage of. */
  private static Optional<Event.Call> operation(Subject subject, BodyView helper, Value value) {
    Optional<Event.Call> call = helper.call(value);
    while (call.isPresent() && isStage(subject, call.get())) {
      call = call.get().receiver().flatMap(helper::call);
    }
    return call.filter(
        made ->
            subject.kindOf(made.target().resultType()).isFuture()
                && !made.target().isConstructor()
                && !subject.model(made).is(Role.YIELDS_COMPLETE)
                && !Drops.mayIgnore(subject, helper, made)
                && subject.kindOf(made.receiverType()) != TypeModel.Kind.PROMISE);
  }

  private static boolean isStage(Subject subject, Event.Call call) {
    return call.receiver().isPresent()
        && (subject.model(call).is(Role.OPERATOR) || subject.model(call).is(Role.SAME));
  }
}
