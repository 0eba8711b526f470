package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.Condition;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** When does a modelled effect not happen: done futures, in-memory streams, branches for other threads? */
final class Suppressions {
  private final Resolution resolution;
  private final DoneGuards doneGuards;
  private final KeptByKey kept;

  Suppressions(Resolution resolution) {
    this.resolution = resolution;
    this.doneGuards = new DoneGuards(resolution);
    this.kept = new KeptByKey(resolution);
  }

  /** The certainty that is left of the effect of a call; empty if it does not happen. */
  Optional<Certainty> certainty(BodyView body, Event.Call call, EffectModel effect) {
    for (Condition condition : effect.unless()) {
      if (holds(body, call, condition)) {
        return Optional.empty();
      }
    }
    if (effect.kind() == EffectModel.Kind.BURNS_CPU && isConstantInput(body, call)) {
      return Optional.empty();
    }
    if (call.receiver().filter(Value.Unknown.class::isInstance).isPresent()
        && (effect.kind() == EffectModel.Kind.WAITS || !effect.unless().isEmpty())) {
      return Optional.empty();
    }
    if (effect.kind() == EffectModel.Kind.WAITS
        && call.receiver().isPresent()
        && resolution.models().type(call.receiverType()).kind() != TypeModel.Kind.EXECUTOR
        && isComplete(body, call, call.receiver().get())) {
      return Optional.empty();
    }
    boolean mayBeOver =
        isKeptGate(call)
            || effect.kind() == EffectModel.Kind.WAITS && kept.isKept(body, call);
    return Optional.of(
        mayBeOver ? effect.certainty().and(Certainty.LIKELY) : effect.certainty());
  }

  /** Whether what the call waits for may have happened long ago: it is kept for as long as its owner. */
  private boolean isKeptGate(Event.Call call) {
    return resolution.model(call).is(Role.WAITS_ONCE)
        && call.receiver().orElse(Value.UNKNOWN) instanceof Value.FieldValue gate
        && resolution.program().type(gate.field().owner()).stream()
            .flatMap(type -> type.fields().stream())
            .anyMatch(
                field ->
                    field.ref().equals(gate.field())
                        && field.modifiers().contains(Modifier.FINAL));
  }

  /** Whether all that the call is given is written in the source, so that its cost is fixed. */
  private static boolean isConstantInput(BodyView body, Event.Call call) {
    return !call.arguments().isEmpty()
        && call.arguments().stream()
            .allMatch(argument -> Gaps.inValue(argument) || isConstant(body, argument));
  }

  private static boolean isConstant(BodyView body, Value value) {
    if (value instanceof Value.Result result
        && body.events().get(result.event()) instanceof Event.NewArray) {
      Value element = new Value.Element(value);
      var written =
          body.events().stream()
              .filter(
                  event -> event instanceof Event.Write write && write.target().equals(element))
              .map(event -> ((Event.Write) event).value())
              .toList();
      return !written.isEmpty()
          && written.stream()
              .allMatch(each -> each instanceof Value.Constant || Gaps.inValue(each));
    }
    return value instanceof Value.Constant;
  }

  private boolean holds(BodyView body, Event.Call call, Condition condition) {
    if (condition instanceof Condition.ReceiverDone) {
      return call.receiver().isPresent() && isComplete(body, call, call.receiver().get());
    } else if (condition instanceof Condition.IsConstant constant) {
      return constant.index() < call.arguments().size()
          && (Gaps.inValue(call.arguments().get(constant.index()))
              || call.arguments().get(constant.index()) instanceof Value.Constant actual
                  && same(actual.text(), constant.text()));
    }
    Condition.HasType hasType = (Condition.HasType) condition;
    Optional<Value> value =
        hasType.index() < 0
            ? call.receiver()
            : hasType.index() < call.arguments().size()
                ? Optional.of(call.arguments().get(hasType.index()))
                : Optional.empty();
    return value.isPresent() && hasType(body, call, hasType, value.get());
  }

  private static boolean same(String actual, String expected) {
    return actual.equals(expected) || actual.equals(expected + "L");
  }

  /** Whether the value was made of one of the types, possibly inside wrappers of it. */
  private boolean hasType(
      BodyView body, Event.Call call, Condition.HasType condition, Value value) {
    if (condition.index() < 0
        && condition.types().stream()
            .anyMatch(type -> resolution.hierarchy().isSubtype(call.receiverType(), type))) {
      return true;
    }
    return resolution.gaps().inOrigin(body, value)
        || BodyView.alternatives(value).stream()
        .allMatch(each -> isOfType(new Located(body.id(), each), condition, new HashSet<>()));
  }

  private boolean isOfType(Located at, Condition.HasType condition, Set<Located> seen) {
    if (!seen.add(at)) {
      return false;
    }
    Optional<String> type = resolution.origins().staticType(resolution.origins().origin(at));
    if (type.filter(resolution.gaps()::inType).isPresent()) {
      return true;
    }
    if (type.isPresent()
        && condition.types().stream()
            .anyMatch(each -> resolution.hierarchy().isSubtype(type.get(), each))) {
      return true;
    }
    // A wrapper such as new BufferedReader(new StringReader(..)) is as harmless as what it wraps.
    Located origin = resolution.origins().origin(at);
    return resolution
        .origins()
        .originCall(at)
        .filter(call -> call.target().isConstructor() && !call.arguments().isEmpty())
        .filter(
            call ->
                resolution.model(call).is(Role.WRAPS) || resolution.gaps().inModel(call))
        .filter(
            call ->
                Gaps.inValue(call.arguments().get(0))
                    || isOfType(
                        new Located(origin.body(), call.arguments().get(0)), condition, seen))
        .isPresent();
  }

  /** Whether the event stands where only threads that may block come. */
  boolean deadBranch(BodyView body, Event event) {
    for (Region.Branch branch : body.guards(event)) {
      if (Gaps.inValue(branch.condition())) {
        // It may ask whether the thread may block, or whether the future is done.
        return true;
      }
      Optional<Event.Call> guard = body.call(branch.condition());
      if (guard.isPresent()) {
        if (resolution.gaps().inModel(guard.get())) {
          return true;
        }
        MethodModel model = resolution.model(guard.get());
        if ((model.is(Role.MUST_NOT_BLOCK_GUARD) && !branch.outcome())
            || (model.is(Role.MAY_BLOCK_GUARD) && branch.outcome())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a static helper is given futures that are complete already: {@code result(answer)}. */
  boolean isGivenOnlyComplete(BodyView body, Event.Call call) {
    List<Value> futures =
        IntStream.range(0, call.arguments().size())
            .filter(index -> isFuture(call.target().parameters().get(index)))
            .mapToObj(call.arguments()::get)
            .toList();
    return call.dispatch() == Event.Dispatch.STATIC
        && !futures.isEmpty()
        && futures.stream()
            .allMatch(
                future ->
                    resolution.gaps().inOrigin(body, future)
                        || guardedByDone(
                            body,
                            call,
                            resolution.origins().origin(new Located(body.id(), future))));
  }

  private boolean isFuture(String type) {
    return resolution.models().type(type).kind().isFuture() || resolution.gaps().inType(type);
  }

  /** Whether a reference waits for something that is complete where it runs. */
  boolean known(BodyView body, Event.FunctionObject function) {
    return function.code() instanceof Event.Code.Reference
        && (afterAll(body.id())
            || awaitedAllBefore(body, function)
            || awaitedAllAround(body.id()));
  }

  /** Whether a future is known to be complete where the event stands. */
  boolean isComplete(BodyView body, Event at, Value future) {
    Located subject = resolution.origins().origin(new Located(body.id(), future));
    return resolution.gaps().inOrigin(body, future)
        || guardedByDone(body, at, subject)
        || yieldsComplete(new Located(body.id(), future))
        || awaitedBefore(body, at, subject)
        || awaitedAllBefore(body, at)
        || awaitedAllAround(body.id())
        || afterAll(body.id())
        || isCompletedStage(body.id(), subject)
        || isGivenComplete(subject);
  }

  /** Whether the future is a parameter of a callback that is only called with complete ones. */
  private boolean isGivenComplete(Located subject) {
    if (!(subject.value() instanceof Value.Parameter)) {
      return false;
    }
    if (!subject.body().isLambda()) {
      MethodRef method = subject.body().method();
      return resolution.gaps().inType(method.owner())
          || resolution.models().method(method, method.owner()).is(Role.COMPLETE_ARGUMENTS);
    }
    Optional<Event.FunctionObject> function = resolution.bodies().creation(subject.body());
    if (function.filter(each -> resolution.gaps().inType(each.interfaceType())).isPresent()) {
      return true;
    }
    return function
        .flatMap(creation -> resolution.hierarchy().functionalMethod(creation.interfaceType()))
        .filter(
            method ->
                resolution.models().method(method, method.owner()).is(Role.COMPLETE_ARGUMENTS))
        .isPresent();
  }

  private boolean guardedByDone(BodyView body, Event at, Located subject) {
    for (Region.Branch branch : body.guards(at)) {
      Optional<Event.Call> guard = body.call(branch.condition());
      if (branch.outcome()
          && guard.isPresent()
          && doneGuards.asked(body, guard.get()).stream()
              .anyMatch(future -> sameVariable(body, future, subject))) {
        return true;
      }
    }
    return false;
  }

  private boolean sameVariable(BodyView body, Value value, Located subject) {
    return Gaps.inValue(value)
        || resolution.origins().origin(new Located(body.id(), value)).equals(subject);
  }

  private boolean yieldsComplete(Located future) {
    return resolution
        .origins()
        .originCall(future)
        .filter(
            call ->
                resolution.model(call).is(Role.YIELDS_COMPLETE) || resolution.gaps().inModel(call))
        .isPresent();
  }

  private boolean awaitedBefore(BodyView body, Event at, Located subject) {
    return body.events().stream()
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .filter(call -> call.id() < at.id() && body.dominates(call, at))
        .filter(call -> waits(call) || resolution.model(call).is(Role.ENDS))
        .anyMatch(
            call ->
                call.receiver().isPresent()
                    && sameVariable(body, call.receiver().get(), subject));
  }

  /** Whether the body has waited for the completion of all of several futures before. */
  private boolean awaitedAllBefore(BodyView body, Event at) {
    return body.events().stream()
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .filter(call -> call.id() < at.id() && body.dominates(call, at))
        .filter(this::waits)
        .anyMatch(
            call ->
                call.receiver().isPresent() && completesAfterAll(body, call.receiver().get()));
  }

  /** Whether the body is a lambda that is made, and so runs, only after such a wait. */
  private boolean awaitedAllAround(CallableId id) {
    for (CallableId at = id; at.isLambda(); at = at.enclosing()) {
      Optional<BodyView> outer = resolution.bodies().view(at.enclosing());
      Optional<Event.FunctionObject> creation = resolution.bodies().creation(at);
      if (outer.isEmpty() || creation.isEmpty()) {
        return false;
      }
      if (awaitedAllBefore(outer.get(), creation.get())) {
        return true;
      }
    }
    return false;
  }

  private boolean waits(Event.Call call) {
    return resolution
        .model(call)
        .effect()
        .filter(effect -> effect.kind() == EffectModel.Kind.WAITS)
        .isPresent();
  }

  private boolean completesAfterAll(BodyView body, Value value) {
    Located origin = resolution.origins().origin(new Located(body.id(), value));
    Optional<BodyView> view = resolution.bodies().view(origin.body());
    Optional<Event.Call> call = view.flatMap(each -> each.call(origin.value()));
    if (call.isEmpty()) {
      return Gaps.inValue(origin.value());
    }
    MethodModel model = resolution.model(call.get());
    return model.is(Role.COMPLETES_AFTER_ALL)
        || (model.is(Role.OPERATOR)
            && call.get().receiver().isPresent()
            && completesAfterAll(view.get(), call.get().receiver().get()));
  }

  /** Whether the body is, or is inside, a callback that runs after all of several futures. */
  private boolean afterAll(CallableId id) {
    return enclosingStage(id, (body, receiver) -> completesAfterAll(body, receiver));
  }

  /** Whether the body is a callback of the very future that it asks. */
  private boolean isCompletedStage(CallableId id, Located subject) {
    return enclosingStage(
        id,
        (body, receiver) -> {
          Value at = receiver;
          while (true) {
            if (sameVariable(body, at, subject)) {
              return true;
            }
            Optional<Event.Call> call = body.call(at);
            if (call.isEmpty()
                || call.get().receiver().isEmpty()
                || !resolution.model(call.get()).is(Role.OPERATOR)) {
              return false;
            }
            at = call.get().receiver().get();
          }
        });
  }

  private interface StageTest {
    boolean test(BodyView body, Value receiver);
  }

  private boolean enclosingStage(CallableId id, StageTest test) {
    CallableId at = id;
    while (at.isLambda()) {
      Optional<BodyView> outer = resolution.bodies().view(at.enclosing());
      Optional<Event.FunctionObject> creation = resolution.bodies().creation(at);
      if (outer.isEmpty() || creation.isEmpty()) {
        return false;
      }
      if (resolution.gaps().inUses(outer.get(), new Value.Result(creation.get().id()))) {
        return true;
      }
      for (BodyView.Use use : outer.get().usesOfResult(creation.get())) {
        if (use.kind() == BodyView.UseKind.ARGUMENT
            && ((Event.Call) use.event()).receiver().isPresent()
            && test.test(outer.get(), ((Event.Call) use.event()).receiver().get())) {
          return true;
        }
      }
      at = at.enclosing();
    }
    return false;
  }
}
