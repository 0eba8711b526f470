package io.github.asynclint.rules.state;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.Optional;
import java.util.function.Predicate;

/** Which variable do values in different bodies stand for, and what is done with it where? */
public final class SharedVariables {
  private static final Located SOMEWHERE =
      new Located(
          CallableId.of(new MethodRef("", "", java.util.List.of(), "void")), Value.NULL);

  private final Resolution resolution;

  public SharedVariables(Resolution resolution) {
    this.resolution = resolution;
  }

  /**
   * A field (of whatever receiver), a value of one body that others capture, or what an accessor of
   * such a one yields: {@code readWrite.readLock()} is the same lock each time.
   *
   * @param field empty for a local
   * @param local the value in the body that declares it
   * @param accessors names of the accessors, joined by dots
   */
  public record Variable(Optional<FieldRef> field, Located local, String accessors) {}

  public Variable of(BodyView body, Value value) {
    Located located = resolution.origins().variable(new Located(body.id(), value));
    Optional<Event.Call> accessor =
        resolution
            .bodies()
            .view(located.body())
            .flatMap(view -> view.call(located.value()))
            .filter(call -> call.receiver().isPresent() && call.arguments().isEmpty())
            .filter(call -> !call.target().isConstructor());
    if (accessor.isPresent()) {
      BodyView where = resolution.bodies().view(located.body()).orElseThrow();
      Variable base = of(where, accessor.get().receiver().get());
      return new Variable(
          base.field(), base.local(), base.accessors() + "." + accessor.get().target().name());
    }
    if (located.value() instanceof Value.FieldValue field) {
      return new Variable(Optional.of(field.field()), SOMEWHERE, "");
    }
    return new Variable(Optional.empty(), located, "");
  }

  public boolean is(BodyView body, Value value, Variable variable) {
    return variable.equals(of(body, value))
        && (variable.field().isPresent()
            || !(variable.local().value() instanceof Value.Unknown));
  }

  /** The last call on the variable before an event of the body whose model is as asked. */
  public Optional<Event.Call> callBefore(
      BodyView body, Event end, Variable variable, Predicate<MethodModel> condition) {
    Event.Call found = null;
    for (Event event : body.events()) {
      if (event.id() < end.id()
          && event instanceof Event.Call call
          && isCallOn(body, call, variable, condition)) {
        found = call;
      }
    }
    return Optional.ofNullable(found);
  }

  public boolean isCallOn(
      BodyView body, Event.Call call, Variable variable, Predicate<MethodModel> condition) {
    return call.receiver().isPresent()
        && condition.test(resolution.model(call))
        && is(body, call.receiver().get(), variable);
  }

  /** Whether one of these calls has the role and an unknown receiver, so it may be on any variable. */
  public boolean mayCallBetween(BodyView body, int after, int before, MethodModel.Role role) {
    return body.events().stream()
        .filter(event -> event.id() > after && event.id() < before)
        .anyMatch(
            event ->
                event instanceof Event.Call call
                    ? resolution.gaps().inModel(call)
                        || resolution.model(call).is(role) && isUnknown(body, call.receiver())
                    : event instanceof Event.FunctionObject function
                        && function.code() instanceof Event.Code.Reference reference
                        && resolution.model(reference).is(role)
                        && isUnknown(body, reference.receiver()));
  }

  private boolean isUnknown(BodyView body, Optional<Value> receiver) {
    return receiver
        .filter(
            value -> Gaps.inValue(value) || Gaps.inValue(of(body, value).local().value()))
        .isPresent();
  }

  /** How many calls and references of the body act on the variable as asked. */
  public long uses(BodyView body, Variable variable, Predicate<MethodModel> condition) {
    return body.events().stream()
        .filter(
            event -> {
              if (event instanceof Event.Call call) {
                return isCallOn(body, call, variable, condition);
              }
              return event instanceof Event.FunctionObject function
                  && function.code() instanceof Event.Code.Reference reference
                  && reference.receiver().isPresent()
                  && condition.test(resolution.model(reference))
                  && is(body, reference.receiver().get(), variable);
            })
        .count();
  }
}
