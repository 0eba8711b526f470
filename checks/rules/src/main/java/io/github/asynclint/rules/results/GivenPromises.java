package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Is a call given a promise or future that its caller has in hand anyway, so that it loses nothing? */
final class GivenPromises {
  private static final int DEPTH = 2;

  private final Subject subject;

  GivenPromises(Subject subject) {
    this.subject = subject;
  }

  /** Who hands over a promise watches that; a promise made for the call alone is watched by nobody. */
  boolean takesOne(BodyView body, Event.Call call) {
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

  /** Whether a callback only yields a promise that it has from around it, which tells all there is. */
  boolean yieldsHeld(BodyView body, Event.Call call) {
    return call.arguments().stream()
        .flatMap(argument -> Callbacks.lambdaBody(subject, body, argument).stream())
        .anyMatch(
            callback ->
                !callback.returned().isEmpty()
                    && callback.returned().stream().allMatch(value -> isPromise(callback, value)));
  }

  private boolean isPromise(BodyView callback, Value value) {
    Value promise =
        callback
            .call(value)
            .filter(view -> view.arguments().isEmpty())
            .flatMap(Event.Call::receiver)
            .orElse(value);
    return Gaps.inValue(promise)
        || promise instanceof Value.Captured captured && isFuture(callback, captured);
  }

  private boolean isFuture(BodyView callback, Value captured) {
    return subject.resolution().gaps().inOrigin(callback, captured)
        || subject
            .resolution()
            .origins()
            .staticType(
                subject.resolution().origins().origin(new Located(callback.id(), captured)))
            .filter(
                type ->
                    isFutureOrPromise(subject.kindOf(type))
                        || subject.resolution().gaps().inType(type))
            .isPresent();
  }

  private static boolean isFutureOrPromise(TypeModel.Kind kind) {
    return kind == TypeModel.Kind.PROMISE || kind.isFuture();
  }

  /**
   * Whether the helper makes the promise itself and nobody in sight tells it of a failure: what goes
   * wrong on the way there is not what the future would have told.
   */
  boolean isNeverFailed(BodyView helper, Value value) {
    return helper.call(value).filter(this::makesPromise).isPresent()
        && isNotFailedIn(helper, value)
        && helper.events().stream()
            .filter(Event.FunctionObject.class::isInstance)
            .map(Event.FunctionObject.class::cast)
            .allMatch(function -> isNotFailedIn(function, value));
  }

  private boolean makesPromise(Event.Call made) {
    return made.target().isConstructor() || subject.model(made).is(Role.MAKES_PROMISE);
  }

  /**
   * Whether a callback that has the promise goes to a library of which the models may, but do not, speak:
   * nobody knows what it would be failed with.
   */
  boolean isLeftToUnknown(BodyView helper, Value value) {
    return helper.events().stream()
        .filter(Event.FunctionObject.class::isInstance)
        .map(Event.FunctionObject.class::cast)
        .filter(function -> function.captures().containsValue(value))
        .flatMap(function -> helper.usesOfResult(function).stream())
        .filter(use -> use.kind() == BodyView.UseKind.ARGUMENT)
        .map(use -> ((Event.Call) use.event()).target().owner())
        .anyMatch(subject.resolution().models()::mayCover);
  }

  private boolean isNotFailedIn(Event.FunctionObject function, Value value) {
    List<String> names =
        function.captures().entrySet().stream()
            .filter(captured -> captured.getValue().equals(value))
            .map(Map.Entry::getKey)
            .toList();
    return names.isEmpty()
        || (function.code() instanceof Event.Code.LambdaBody lambda
            && subject
                .resolution()
                .bodies()
                .view(lambda.callable())
                .filter(
                    body ->
                        names.stream()
                            .allMatch(name -> isNotFailedIn(body, new Value.Captured(name))))
                .isPresent());
  }

  private boolean isNotFailedIn(BodyView body, Value promise) {
    return body.uses(promise).stream()
        .filter(use -> use.kind() == BodyView.UseKind.RECEIVER)
        .map(use -> (Event.Call) use.event())
        .noneMatch(call -> call.target().parameters().stream().anyMatch(this::isThrowable));
  }

  private boolean isThrowable(String type) {
    return subject.resolution().hierarchy().isSubtype(type, "java.lang.Throwable");
  }

  private boolean isForThisAlone(BodyView body, Value value) {
    Optional<Event.Call> made = body.call(value);
    return value.equals(Value.NULL)
        || (made.isPresent()
            && body.usesOfResult(made.get()).size() == 1
            && !subject.resolution().gaps().inUses(body, value)
            && !Drops.mayIgnore(subject, made.get().target(), subject.model(made.get())));
  }

  /** Whether a helper hands back an argument that its caller has in hand anyway. */
  boolean yieldsArgument(BodyView body, Event.Call call, MethodRef target) {
    return yieldsOnly(
        target,
        DEPTH,
        index ->
            index < call.arguments().size()
                && !isForThisAlone(body, call.arguments().get(index)));
  }

  /** Whether all that the method returns, itself or through helpers, are such of its parameters. */
  private boolean yieldsOnly(MethodRef method, int depth, IntPredicate held) {
    return subject
        .resolution()
        .bodies()
        .view(method)
        .filter(helper -> !helper.returned().isEmpty())
        .filter(
            helper ->
                helper.returned().stream().allMatch(value -> isHeld(helper, value, depth, held)))
        .isPresent();
  }

  private boolean isHeld(BodyView helper, Value value, int depth, IntPredicate held) {
    if (Gaps.inValue(value)) {
      return true;
    }
    if (value instanceof Value.Parameter parameter) {
      return held.test(parameter.index());
    }
    Optional<Event.Call> inner = helper.call(value);
    return depth > 0
        && inner
            .flatMap(call -> subject.resolution().target(helper, call))
            .filter(
                target ->
                    yieldsOnly(
                        target,
                        depth - 1,
                        index ->
                            index < inner.get().arguments().size()
                                && isHeld(helper, inner.get().arguments().get(index), 0, held)))
            .isPresent();
  }
}
