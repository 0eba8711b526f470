package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Direction;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Is what a dropped future would have told surely worth knowing?
 *
 * <p>The outcome of a library's operation is. Who wrote a helper of the program may know that the future
 * it returns says nothing that matters, unless that future is seen to be such an outcome. A task of the
 * program's own is one where it is seen that nobody else is told of its failure.
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
        (!Helpers.isOfProgram(subject, reference.method())
                && !runsOwnTask(subject.resolution().model(reference)))
            || subject.resolution().model(reference).result() == ResultUse.MUST_USE
            || subject
                .resolution()
                .target(body, reference)
                .filter(target -> yieldsOutcome(subject, target, DEPTH))
                .isPresent();
    return outcome ? Certainty.DEFINITE : Certainty.LIKELY;
  }

  private static boolean isOutcome(Subject subject, BodyView body, Event.Call call, int depth) {
    if (subject.model(call).result() == ResultUse.MUST_USE) {
      return true;
    }
    if (!Helpers.isOfProgram(subject, call.target())) {
      return runsOwnTask(subject.model(call))
          ? UntoldFailures.areOfTasks(subject, body, call)
          : !isOfOthers(subject, body, call, depth);
    }
    List<MethodRef> targets = Helpers.of(subject, body, call);
    return depth > 0
        && !targets.isEmpty()
        && targets.stream().allMatch(target -> yieldsOutcome(subject, target, depth));
  }

  /**
   * Whether the call only runs a task of the program's own elsewhere: {@code runAsync(task)}. What the task
   * does with a failure is up to the program.
   */
  private static boolean runsOwnTask(MethodModel model) {
    return model.switches().stream().anyMatch(each -> each.direction() == Direction.SOURCE);
  }

  /**
   * Whether the call only adds a step to a future that others hold, or that a helper yields without any
   * such outcome: {@code opened.thenApply(start);} with a field, {@code ensure(promise, close);}.
   */
  private static boolean isOfOthers(Subject subject, BodyView body, Event.Call call, int depth) {
    if (!isStage(subject, call)
        || subject.model(call).callbackResults().containsValue(CallbackResult.FLATTENED)) {
      return false;
    }
    Optional<Event.Call> before = source(call).flatMap(body::call);
    if (before.isEmpty()) {
      return isHeld(source(call).get());
    }
    return subject.model(before.get()).is(Role.MAKES_PROMISE)
        || (isStage(subject, before.get()) && isOfOthers(subject, body, before.get(), depth))
        || !isOutcome(subject, body, before.get(), depth);
  }

  private static boolean isHeld(Value future) {
    return future instanceof Value.FieldValue
        || Gaps.inValue(future)
        || future instanceof Value.Parameter
        || future instanceof Value.Captured;
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
                                && !isPutAway(subject, helper, value)
                                && operation(subject, helper, value)
                                    .filter(
                                        call -> isOutcome(subject, helper, call, depth - 1))
                                    .isPresent()))
        .isPresent();
  }

  /** The call that started what the value is a stage of, unless a step between looks at its failure. */
  private static Optional<Event.Call> operation(Subject subject, BodyView helper, Value value) {
    Optional<Event.Call> call = helper.call(value);
    while (call.filter(each -> isStage(subject, each)).isPresent()) {
      Optional<Value> before = source(call.get());
      if (before.filter(each -> HandledFailures.isHandled(subject, helper, each, 1)).isPresent()) {
        return Optional.empty();
      }
      call = before.flatMap(helper::call);
    }
    return call.filter(
        made ->
            subject.kindOf(made.target().resultType()).isFuture()
                && !made.target().isConstructor()
                && !subject.model(made).is(Role.YIELDS_COMPLETE)
                && !subject.model(made).is(Role.MAKES_PROMISE)
                && !isOnlyAFailure(subject, made)
                && !Drops.mayIgnore(subject, helper, made)
                && subject.kindOf(made.receiverType()) != TypeModel.Kind.PROMISE);
  }

  /** A function of a library that is given an exception and nothing else starts nothing. */
  private static boolean isOnlyAFailure(Subject subject, Event.Call made) {
    return made.dispatch() == Event.Dispatch.STATIC
        && !made.target().parameters().isEmpty()
        && made.target().parameters().stream()
            .allMatch(
                type ->
                    subject.resolution().hierarchy().isSubtype(type, "java.lang.Throwable"));
  }

  /** {@code pending.put(id, future); return future;} leaves the future with others as well. */
  private static boolean isPutAway(Subject subject, BodyView helper, Value value) {
    return helper.call(value).isPresent()
        && (subject.resolution().gaps().inUses(helper, value)
            || helper.uses(value).stream()
            .anyMatch(
                use ->
                    use.kind() == BodyView.UseKind.WRITTEN
                        || use.kind() == BodyView.UseKind.ARGUMENT
                            && use.event() instanceof Event.Call put
                            && put.receiver().isPresent()
                            && !put.receiver().filter(Value.This.class::isInstance).isPresent()));
  }

  private static boolean isStage(Subject subject, Event.Call call) {
    return call.receiver().isPresent()
        ? subject.model(call).is(Role.OPERATOR) || subject.model(call).is(Role.SAME)
        : isStaticStage(subject, call);
  }

  /** {@code Futures.transform(future, ..)}: what is started is started by who made the argument. */
  private static boolean isStaticStage(Subject subject, Event.Call call) {
    return !call.target().isConstructor()
        && !Helpers.isOfProgram(subject, call.target())
        && !call.arguments().isEmpty()
        && subject.kindOf(call.target().parameters().get(0)).isFuture()
        && !Gaps.inValue(call.arguments().get(0));
  }

  private static Optional<Value> source(Event.Call stage) {
    return stage.receiver().isPresent()
        ? stage.receiver()
        : stage.arguments().stream().findFirst();
  }
}
