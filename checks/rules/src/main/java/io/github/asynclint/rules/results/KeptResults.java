package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;

/** Does somebody hold an async result other than through the value that its call yields? */
public final class KeptResults {
  private static final int DEPTH = 2;

  /** What they yield was put there by somebody else, who started it. */
  private static final List<String> CONTAINERS =
      List.of(
          "java.util.Map",
          "java.util.Collection",
          "java.util.concurrent.atomic.AtomicReference");

  private final Subject subject;
  private final GivenPromises promises;

  public KeptResults(Subject subject) {
    this.subject = subject;
    this.promises = new GivenPromises(subject);
  }

  public boolean isKept(BodyView body, Event.Call call) {
    return promises.takesOne(body, call)
        || isQueued(body, call)
        || subject.resolution().gaps().inReceiver(body, call)
        || subject
            .resolution()
            .target(body, call)
            .filter(target -> yieldsKept(target, DEPTH) || promises.yieldsArgument(body, call, target))
            .isPresent();
  }

  public boolean isKept(BodyView body, Event.Code.Reference reference) {
    return subject
        .resolution()
        .target(body, reference)
        .filter(target -> yieldsKept(target, DEPTH))
        .isPresent();
  }

  /** Whether the call is one of a batch that is run, and waited for, by another call. */
  private boolean isQueued(BodyView body, Event.Call call) {
    return call.receiver().isPresent()
        && subject
            .resolution()
            .origins()
            .originCall(new Located(body.id(), call.receiver().get()))
            .filter(made -> subject.model(made).is(Role.QUEUES))
            .isPresent();
  }

  /** Whether all that a method of the program returns is held, complete or taken care of. */
  private boolean yieldsKept(MethodRef target, int depth) {
    return subject.resolution().gaps().inBody(target)
        || subject.resolution().program().origin(target.owner()) == Program.Origin.PROGRAM
        && subject
            .resolution()
            .bodies()
            .view(target)
            .filter(helper -> !helper.returned().isEmpty())
            .filter(
                helper ->
                    helper.returned().stream().allMatch(value -> isKept(helper, value, depth)))
            .isPresent();
  }

  private boolean isKept(BodyView helper, Value value, int depth) {
    return value instanceof Value.This
        || Gaps.inValue(value)
        || subject.resolution().gaps().inUses(helper, value)
        || value instanceof Value.FieldValue
        || value.equals(Value.NULL)
        || helper.call(value).filter(call -> isKept(helper, call, depth)).isPresent()
        || HandledFailures.isHandled(subject, helper, value, 1)
        || helper.uses(value).stream().anyMatch(this::keeps);
  }

  private boolean isKept(BodyView helper, Event.Call call, int depth) {
    MethodModel model = subject.model(call);
    return model.result() == ResultUse.MAY_IGNORE
        || (model.is(Role.YIELDS_COMPLETE) && !isFailure(call))
        || isFromContainer(call)
        || (depth > 0
            && subject
                .resolution()
                .target(helper, call)
                .filter(inner -> yieldsKept(inner, depth - 1))
                .isPresent());
  }

  private boolean isFailure(Event.Call call) {
    return call.target().parameters().stream()
        .anyMatch(type -> subject.resolution().hierarchy().isSubtype(type, "java.lang.Throwable"));
  }

  private boolean isFromContainer(Event.Call call) {
    return !subject.kindOf(call.target().resultType()).isAsync()
        && CONTAINERS.stream()
            .anyMatch(
                type -> subject.resolution().hierarchy().isSubtype(call.target().owner(), type));
  }

  /** The helper also subscribes to it, stores it or passes it on. */
  private boolean keeps(BodyView.Use use) {
    return use.kind() == BodyView.UseKind.WRITTEN
        || use.kind() == BodyView.UseKind.ARGUMENT
        || (use.kind() == BodyView.UseKind.RECEIVER
            && subject.model((Event.Call) use.event()).is(Role.SUBSCRIBES));
  }
}
