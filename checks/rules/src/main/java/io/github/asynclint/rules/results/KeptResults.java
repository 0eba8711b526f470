package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;

/** Does somebody hold an async result other than through the value that its call yields? */
public final class KeptResults {
  private static final int DEPTH = 2;

  private final Subject subject;
  private final GivenPromises promises;

  public KeptResults(Subject subject) {
    this.subject = subject;
    this.promises = new GivenPromises(subject);
  }

  public boolean isKept(BodyView body, Event.Call call) {
    List<MethodRef> targets = Helpers.of(subject, body, call);
    return promises.takesOne(body, call)
        || (!subject.model(call).is(Role.OPERATOR) && promises.yieldsHeld(body, call))
        || new ToldLater(subject).isTold(body, call)
        || new BatchCommands(subject).isQueued(body, call)
        || subject.resolution().gaps().inReceiver(body, call)
        || (!targets.isEmpty()
            && targets.stream()
                .allMatch(
                    target ->
                        yieldsKept(target, DEPTH) || promises.yieldsArgument(body, call, target)));
  }

  public boolean isKept(BodyView body, Event.Code.Reference reference) {
    return subject
        .resolution()
        .target(body, reference)
        .filter(target -> yieldsKept(target, DEPTH))
        .isPresent();
  }

  /** Whether all that a method of the program returns is held, complete or taken care of. */
  private boolean yieldsKept(MethodRef target, int depth) {
    return subject.resolution().gaps().inBody(target)
        || (Helpers.isOfProgram(subject, target)
            ? Helpers.yieldOnly(subject, target, (helper, value) -> isKept(helper, value, depth))
            : isAccessor(target));
  }

  /** Whether a library's method only hands out what its object holds. */
  private boolean isAccessor(MethodRef method) {
    return Helpers.yieldOnly(
        subject, method, (helper, value) -> value instanceof Value.FieldValue);
  }

  private boolean isKept(BodyView helper, Value value, int depth) {
    return value instanceof Value.This
        || Gaps.inValue(value)
        || subject.resolution().gaps().inUses(helper, value)
        || value instanceof Value.FieldValue
        || value.equals(Value.NULL)
        || helper.call(value).filter(call -> isKept(helper, call, depth)).isPresent()
        || isHandled(helper, value)
        || promises.isNeverFailed(helper, value)
        || promises.isLeftToUnknown(helper, value)
        || helper.uses(value).stream().anyMatch(use -> keeps(helper, use));
  }

  private boolean isKept(BodyView helper, Event.Call call, int depth) {
    MethodModel model = subject.model(call);
    return model.result() == ResultUse.MAY_IGNORE
        || subject.resolution().models().mayCover(call.target().owner())
        || (model.is(Role.YIELDS_COMPLETE) && !isFailure(call))
        || isFailureOfCatch(helper, call)
        || isCompleted(helper, call)
        || isStored(helper, call, model)
        || HarmlessWork.cannotFail(subject, helper, call)
        || (depth > 0
            && subject
                .resolution()
                .target(helper, call)
                .filter(inner -> yieldsKept(inner, depth - 1))
                .isPresent());
  }

  private boolean isFailure(Event.Call call) {
    return call.target().parameters().stream().anyMatch(this::isThrowable);
  }

  private boolean isThrowable(String type) {
    return subject.resolution().hierarchy().isSubtype(type, "java.lang.Throwable");
  }

  /** A failure that was caught and shown to somebody else, too, is no news to the caller. */
  private boolean isFailureOfCatch(BodyView helper, Event.Call call) {
    for (int i = 0; i < call.arguments().size() && helper.isInCatch(call); i++) {
      Value argument = call.arguments().get(i);
      if (isThrowable(call.target().parameters().get(i))
          && helper.uses(argument).stream()
              .anyMatch(
                  use -> use.kind() == BodyView.UseKind.ARGUMENT && use.event() != call)) {
        return true;
      }
    }
    return false;
  }

  /** {@code done.complete(false); return done;} */
  private boolean isCompleted(BodyView helper, Event.Call made) {
    return helper.usesOfResult(made).stream()
        .filter(use -> use.kind() == BodyView.UseKind.RECEIVER)
        .map(use -> (Event.Call) use.event())
        .anyMatch(
            call ->
                subject.model(call).is(Role.COMPLETES)
                    && helper.usesOfResult(made).stream()
                        .filter(use -> use.kind() == BodyView.UseKind.RETURNED)
                        .allMatch(use -> helper.dominates(call, use.event())));
  }

  /**
   * Whether the future was put there by somebody else: modelled, or handed out as whatever its container
   * holds by a method that is given no work to do.
   */
  private boolean isStored(BodyView helper, Event.Call call, MethodModel model) {
    return model.is(Role.YIELDS_STORED)
        || (model.isNone()
            && call.receiver().isPresent()
            && call.target().resultType().equals("java.lang.Object")
            && subject.resolution().hierarchy().functionalMethod(call.target().owner()).isEmpty()
            && call.arguments().stream()
                .noneMatch(
                    argument -> Callbacks.function(subject, helper, argument).isPresent()));
  }

  /** The helper also subscribes to it, stores it, passes it on or looks at its failure. */
  private boolean keeps(BodyView helper, BodyView.Use use) {
    return switch (use.kind()) {
      case WRITTEN, ARGUMENT -> true;
      case RECEIVER -> subject.model((Event.Call) use.event()).is(Role.SUBSCRIBES)
          || isHandled(helper, new Value.Result(use.event().id()));
      default -> false;
    };
  }

  /** A publisher that knows what to do on failure has not run for that. */
  private boolean isHandled(BodyView helper, Value value) {
    return subject.kindOf(helper.callable().returnType()) != TypeModel.Kind.PUBLISHER
        && HandledFailures.isHandled(subject, helper, value, 1);
  }
}
