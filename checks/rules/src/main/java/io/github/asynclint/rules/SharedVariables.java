package io.github.asynclint.rules;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.Optional;
import java.util.function.Predicate;

/** Which variable do values in different bodies stand for, and what is done with it where? */
final class SharedVariables {
  private final Resolution resolution;

  SharedVariables(Resolution resolution) {
    this.resolution = resolution;
  }

  /**
   * A field (of whatever receiver), or a value of one body that others capture.
   *
   * @param field empty for a local
   * @param local the value in the body that declares it
   */
  record Variable(Optional<FieldRef> field, Located local) {}

  Variable of(BodyView body, Value value) {
    Located located = resolution.origins().variable(new Located(body.id(), value));
    if (located.value() instanceof Value.FieldValue field) {
      return new Variable(Optional.of(field.field()), new Located(body.id(), Value.UNKNOWN));
    }
    return new Variable(Optional.empty(), located);
  }

  boolean is(BodyView body, Value value, Variable variable) {
    Variable other = of(body, value);
    return variable.field().isPresent()
        ? variable.field().equals(other.field())
        : other.field().isEmpty()
            && variable.local().equals(other.local())
            && !(variable.local().value() instanceof Value.Unknown);
  }

  /** The first call on the variable, in the body or one around it, whose model is as asked. */
  Optional<Event.Call> callOn(
      BodyView start, Variable variable, Predicate<MethodModel> condition) {
    BodyView body = start;
    while (true) {
      for (Event event : body.events()) {
        if (event instanceof Event.Call call
            && call.receiver().isPresent()
            && condition.test(resolution.model(call))
            && is(body, call.receiver().get(), variable)) {
          return Optional.of(call);
        }
      }
      Optional<BodyView> outer =
          body.id().isLambda()
              ? resolution.bodies().view(body.id().enclosing())
              : Optional.empty();
      if (outer.isEmpty()) {
        return Optional.empty();
      }
      body = outer.get();
    }
  }

  /** How many calls and references of the body act on the variable as asked. */
  long uses(BodyView body, Variable variable, Predicate<MethodModel> condition) {
    return body.events().stream()
        .filter(
            event -> {
              if (event instanceof Event.Call call) {
                return call.receiver().isPresent()
                    && condition.test(resolution.model(call))
                    && is(body, call.receiver().get(), variable);
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
