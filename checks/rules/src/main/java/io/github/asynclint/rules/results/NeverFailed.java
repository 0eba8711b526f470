package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;

/**
 * Is a future a promise that is only ever completed with a value?
 *
 * <p>So it is if it is made in sight, here or by a helper, and whoever gets hold of it does not fail it.
 * One that a helper keeps, in a field or in a collection, is not failed if its class fails no future at
 * all, as that of an asynchronous semaphore.
 */
public final class NeverFailed {
  private NeverFailed() {}

  public static boolean is(Subject subject, BodyView body, Value value) {
    return body.call(value)
        .filter(
            made ->
                subject.model(made).is(Role.MAKES_PROMISE)
                    ? staysInSight(subject, body, value, false)
                        && new GivenPromises(subject).isNeverFailed(body, value)
                    : subject
                        .resolution()
                        .target(body, made)
                        .filter(
                            target ->
                                Helpers.yieldOnly(
                                    subject,
                                    target,
                                    (helper, inner) -> isMade(subject, helper, inner)))
                        .isPresent())
        .isPresent();
  }

  private static boolean isMade(Subject subject, BodyView helper, Value value) {
    return Gaps.inValue(value)
        || helper.call(value)
            .filter(made -> subject.model(made).is(Role.MAKES_PROMISE))
            .filter(made -> staysInSight(subject, helper, value, failsNone(subject, helper)))
            .filter(made -> new GivenPromises(subject).isNeverFailed(helper, value))
            .isPresent();
  }

  /** Whether nobody gets the promise but callbacks, references that complete it, and the caller. */
  private static boolean staysInSight(
      Subject subject, BodyView body, Value promise, boolean keptSafely) {
    return body.uses(promise).stream()
        .allMatch(
            use ->
                switch (use.kind()) {
                  case RECEIVER, CAPTURED, RETURNED, LOOKED_AT -> true;
                  case BOUND -> onlyCompletes(subject, use.event());
                  case WRITTEN -> keptSafely;
                  case ARGUMENT -> keptSafely && isCollected(use.event());
                  case THROWN -> false;
                });
  }

  private static boolean isCollected(Event event) {
    return event instanceof Event.Call put && put.target().owner().startsWith("java.util.");
  }

  private static boolean onlyCompletes(Subject subject, Event event) {
    return event instanceof Event.FunctionObject function
        && function.code() instanceof Event.Code.Reference reference
        && reference.method().parameters().stream().noneMatch(type -> isThrowable(subject, type));
  }

  /** Whether the helper's class completes futures with values only. */
  private static boolean failsNone(Subject subject, BodyView helper) {
    return subject.resolution().bodies().ofType(helper.callable().type()).stream()
        .flatMap(body -> body.events().stream())
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .noneMatch(call -> mayFail(subject, call));
  }

  private static boolean mayFail(Subject subject, Event.Call call) {
    TypeModel.Kind kind = subject.kindOf(call.receiverType());
    return call.receiver().isPresent()
        && (kind.isFuture() || kind == TypeModel.Kind.PROMISE)
        && (call.target().parameters().stream().anyMatch(type -> isThrowable(subject, type))
            || (subject.model(call).is(Role.SETTLES) && !subject.model(call).is(Role.COMPLETES)));
  }

  private static boolean isThrowable(Subject subject, String type) {
    return subject.resolution().hierarchy().isSubtype(type, "java.lang.Throwable");
  }
}
