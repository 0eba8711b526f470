package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Which calls and references wait for an async result or a latch, however long that takes? */
public final class UntimedWaits {
  private final Subject subject;

  public UntimedWaits(Subject subject) {
    this.subject = subject;
  }

  /** Whether the call waits for a future, a publisher or a latch for as long as it takes. */
  public boolean include(Event.Call call) {
    MethodModel model = subject.model(call);
    if (TimeLimits.isTimed(call.target())
        || subject.resolution().gaps().inModel(call)
        || call.receiver().filter(Gaps::inValue).isPresent()) {
      return false;
    }
    if (model.is(Role.WAITS_ONCE)) {
      return true;
    }
    TypeModel.Kind receiver = subject.kindOf(call.receiverType());
    boolean ofQueue =
        receiver == TypeModel.Kind.EXECUTOR || !receiver.isAsync() && subject.yields(call).isAsync();
    return Wait.isWait(subject, call)
        && model.effect().get().certainty() == Certainty.DEFINITE
        && !model.is(Role.HELPS_WHILE_WAITING)
        && !ofQueue
        && !isOfLifecycle(call);
  }

  /** Whether the reference waits for what it is given, for as long as it takes. */
  public boolean include(Event.Code.Reference reference) {
    MethodModel model = subject.resolution().model(reference);
    return Wait.waits(model)
        && reference.receiver().isEmpty()
        && !model.is(Role.HELPS_WHILE_WAITING)
        && !TimeLimits.isTimed(reference.method())
        && !subject.resolution().gaps().inType(reference.method().owner());
  }

  /** Servers wait to be bound, and then for as long as they serve. */
  private boolean isOfLifecycle(Event.Call wait) {
    Event.Call at = wait;
    while (true) {
      Optional<Value> input = inputOf(at);
      if (input.filter(Gaps::inValue).isPresent()) {
        return true;
      }
      Optional<Event.Call> above = input.flatMap(subject.body()::call);
      if (above.isEmpty()) {
        return false;
      }
      at = above.get();
      if (subject.resolution().gaps().inModel(at)
          || subject.yields(at).isAsync() && Started.isLifecycle(at)) {
        return true;
      }
    }
  }

  private static Optional<Value> inputOf(Event.Call call) {
    return call.receiver().isPresent() ? call.receiver() : call.arguments().stream().findFirst();
  }
}
