package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import java.util.Optional;
import java.util.stream.Stream;

/** Which promises that a body makes, or gives to a callback, does some path leave open? */
public final class OpenPromises {
  private OpenPromises() {}

  /** Where the promise is left open that the call makes, or gives to its callback. */
  public static Optional<Hole> of(Subject subject, Event.Call call) {
    if (subject.resolution().gaps().inModel(call)) {
      return Optional.empty();
    }
    if (subject.model(call).is(Role.MAKES_PROMISE)
        && isItself(subject, call)) {
      return made(subject, new Value.Result(call.id()));
    }
    return subject.model(call).is(Role.GIVES_PROMISE)
        ? call.arguments().stream()
            .flatMap(argument -> Callbacks.lambdaBody(subject, subject.body(), argument).stream())
            .flatMap(callback -> given(subject, callback).stream())
            .findFirst()
        : Optional.empty();
  }

  /** An object of a subclass may complete itself. */
  private static boolean isItself(Subject subject, Event.Call call) {
    return !call.target().isConstructor()
        || call.receiver().isEmpty()
            && subject.resolution().program().origin(call.target().owner())
                != Program.Origin.PROGRAM;
  }

  /** Where the promise is left open that the body is given as its last parameter. */
  public static Optional<Hole> given(Subject subject, BodyView body) {
    int last = body.callable().parameters().size() - 1;
    return last < 0
        ? Optional.empty()
        : hole(subject, body, new Value.Parameter(last), Paths.Role.GIVEN);
  }

  private static Optional<Hole> made(Subject subject, Value promise) {
    Optional<Hole> hole = hole(subject, subject.body(), promise, Paths.Role.MAKER);
    return hole.filter(each -> !isCompletedElsewhere(subject, promise, each));
  }

  private static Optional<Hole> hole(
      Subject subject, BodyView body, Value promise, Paths.Role role) {
    if (subject.resolution().gaps().inUses(body, promise)) {
      return Optional.empty();
    }
    PromiseUses uses = new PromiseUses(subject, body, promise, 0);
    return uses.complete() ? new Paths(body, role, uses).hole() : Optional.empty();
  }

  /** What a callback that has the promise under some name does for it. */
  static Cover inCallback(Subject subject, BodyView callback, Value promise, int depth) {
    if (subject.resolution().gaps().inUses(callback, promise)) {
      return Cover.FULL;
    }
    PromiseUses uses = new PromiseUses(subject, callback, promise, depth);
    if (!uses.complete()) {
      return Cover.NONE;
    }
    return new Paths(callback, Paths.Role.CALLBACK, uses)
        .hole()
        .map(Cover::partly)
        .orElse(Cover.FULL);
  }

  private static boolean isInside(BodyView body, BodyView outer) {
    return body.callable().type().startsWith(outer.callable().type() + "$");
  }

  /**
   * Whether who gets the promise from this method completes it, as far as can be seen. One that no
   * callback here is to complete may be kept by whoever gets it until somebody does.
   */
  private static boolean isCompletedElsewhere(Subject subject, Value promise, Hole hole) {
    Flows.Flow flow = subject.resolution().flows().from(subject.body(), promise);
    return flow.hidden()
        || flow.destinations().stream()
            .filter(place -> !place.body().id().method().equals(subject.id().method()))
            .filter(place -> !isInside(place.body(), subject.body()))
            .anyMatch(
                place ->
                    place.argument() < 0
                        ? subject.model(place.call()).is(Role.SETTLES)
                        : hole.event() < 0
                            && !subject.model(place.call()).is(Role.COMPLETES_AFTER_ALL));
  }

  /** Whether a callback of the stage has, or may have, a promise that the body under check makes. */
  public static boolean isGivenTo(Subject subject, Event.Call stage) {
    return stage.arguments().stream()
        .anyMatch(
            argument ->
                Gaps.inValue(argument)
                    || subject.body().function(argument).stream()
                        .flatMap(OpenPromises::taken)
                        .anyMatch(value -> Gaps.inValue(value) || isMade(subject, value)));
  }

  private static Stream<Value> taken(Event.FunctionObject function) {
    return function.code() instanceof Event.Code.Reference reference
        ? reference.receiver().stream()
        : function.captures().values().stream();
  }

  private static boolean isMade(Subject subject, Value value) {
    return subject
        .body()
        .call(value)
        .filter(call -> subject.model(call).is(Role.MAKES_PROMISE))
        .isPresent();
  }
}
