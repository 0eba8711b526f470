package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

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

  public KeptResults(Subject subject) {
    this.subject = subject;
  }

  public boolean isKept(BodyView body, Event.Call call) {
    return isGivenPromise(body, call)
        || isQueued(body, call)
        || subject.resolution().gaps().inReceiver(body, call)
        || subject
            .resolution()
            .target(body, call)
            .filter(target -> yieldsKept(target, DEPTH) || yieldsArgument(body, call, target))
            .isPresent();
  }

  public boolean isKept(BodyView body, Event.Code.Reference reference) {
    return subject
        .resolution()
        .target(body, reference)
        .filter(target -> yieldsKept(target, DEPTH))
        .isPresent();
  }

  /** Who hands over a promise watches that; a promise made for the call alone is watched by nobody. */
  private boolean isGivenPromise(BodyView body, Event.Call call) {
    List<String> types = call.target().parameters();
    for (int i = 0; i < types.size() && i < call.arguments().size(); i++) {
      if ((subject.kindOf(types.get(i)) == TypeModel.Kind.PROMISE
              || subject.resolution().gaps().inType(types.get(i)))
          && !isForThisAlone(body, call.arguments().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isForThisAlone(BodyView body, Value value) {
    Optional<Event.Call> made = body.call(value);
    return value.equals(Value.NULL)
        || (made.isPresent()
            && body.usesOfResult(made.get()).size() == 1
            && !subject.resolution().gaps().inUses(body, value)
            && !Drops.mayIgnore(subject, made.get().target(), subject.model(made.get())));
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

  /** Whether a helper hands back an argument that its caller has in hand anyway. */
  private boolean yieldsArgument(BodyView body, Event.Call call, MethodRef target) {
    return subject
        .resolution()
        .bodies()
        .view(target)
        .map(BodyView::returned)
        .filter(values -> !values.isEmpty())
        .filter(
            values ->
                values.stream()
                    .allMatch(
                        value ->
                            Gaps.inValue(value)
                                || value instanceof Value.Parameter parameter
                                && parameter.index() < call.arguments().size()
                                && !isForThisAlone(
                                    body, call.arguments().get(parameter.index()))))
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
        || Drops.isHandled(subject, helper, value, 1)
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
