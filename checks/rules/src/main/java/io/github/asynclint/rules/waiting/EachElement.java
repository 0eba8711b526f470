package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is something done once for each element of what may hold any number of them, with nothing that holds
 * the next one back?
 */
public final class EachElement {
  private static final int MAX_STEPS = 12;
  private static final int MAX_HOPS = 3;
  private static final Set<String> COUNTS = Set.of("int", "long");

  private final Subject subject;

  public EachElement(Subject subject) {
    this.subject = subject;
  }

  /** Whether the call of the body under check is made once for each, in a loop or a callback. */
  public boolean isMadeForEach(Event.Call call) {
    BodyView body = subject.body();
    Optional<Region> loop =
        body.regions(call).stream()
            .filter(Region.Loop.class::isInstance)
            .reduce((outer, inner) -> inner);
    if (loop.isPresent()) {
      return inputs(body, call).stream()
              .flatMap(value -> source(body, value, new HashSet<>()).stream())
              .anyMatch(source -> isUnbounded(body, source))
          && isFree(body, loop)
          && !leavesAfter(body, call, loop.get());
    }
    if (!isFree(body, loop)) {
      return false;
    }
    if (subject.id().isLambda()) {
      Optional<Event.FunctionObject> creation =
          subject.resolution().bodies().creation(subject.id());
      return subject
          .resolution()
          .bodies()
          .view(subject.id().enclosing())
          .filter(near -> creation.isPresent() && isGivenEach(near, creation.get()))
          .isPresent();
    }
    List<CallIndex.CallSite> sites =
        subject.resolution().index().creations(subject.id().method().owner());
    return sites.size() == 1
        && subject.contexts().implementsFunction(subject.id().method())
        && isGivenEach(sites.get(0).body(), sites.get(0).call());
  }

  /** Whether the function is run once for each element of a collection or stream. */
  public boolean isGivenEach(BodyView near, Event function) {
    if (!Repeated.isGivenElements(subject, near, function)) {
      return false;
    }
    Event.Call operation = (Event.Call) near.usesOfResult(function).get(0).event();
    return near.regions(operation).stream().noneMatch(Region.Loop.class::isInstance)
        && !operation.target().owner().startsWith("java.util.Optional")
        && operation.receiver().filter(value -> isUnbounded(near, value)).isPresent();
  }

  /** Whether no call in the loop, or the callback, waits or takes a permit. */
  private boolean isFree(BodyView body, Optional<Region> loop) {
    return body.calls().stream()
        .filter(call -> loop.isEmpty() || call.place().regions().contains(loop.get().id()))
        .noneMatch(
            call ->
                Started.isLimiter(subject, body, call)
                    || mayWait(body, call, MAX_HOPS)
                    || subject.resolution().gaps().inOwnMethod(call));
  }

  /** Whether the call is a wait, or a helper has one: under which conditions does not matter here. */
  private boolean mayWait(BodyView body, Event.Call call, int hops) {
    if (Wait.waits(subject.model(call))) {
      return true;
    }
    Optional<MethodRef> target =
        hops == 0 ? Optional.empty() : subject.resolution().target(body, call);
    return target
        .filter(
            method ->
                subject.resolution().gaps().inBody(method)
                    || subject.resolution().bodies().view(method).stream()
                        .anyMatch(
                            view ->
                                view.calls().stream()
                                    .anyMatch(each -> mayWait(view, each, hops - 1))))
        .isPresent();
  }

  /** Whether the method returns once the call was made, so that there is no second turn. */
  private static boolean leavesAfter(BodyView body, Event.Call call, Region loop) {
    List<Integer> around = call.place().regions();
    return body.events().stream()
        .filter(event -> event instanceof Event.Return && event.id() > call.id())
        .filter(event -> event.place().regions().contains(loop.id()))
        .anyMatch(
            event ->
                body.regions(event).stream()
                    .noneMatch(
                        each ->
                            (each instanceof Region.Branch || each instanceof Region.Catch)
                                && !around.contains(each.id())));
  }

  private static List<Value> inputs(BodyView body, Event.Call call) {
    List<Value> inputs = new ArrayList<>(call.arguments());
    call.receiver().ifPresent(inputs::add);
    for (Value each : List.copyOf(inputs)) {
      body.function(each).ifPresent(function -> inputs.addAll(taken(function)));
      body.call(each)
          .filter(made -> made.target().isConstructor())
          .ifPresent(
              made -> {
                inputs.addAll(made.captures().values());
                made.arguments().stream()
                    .flatMap(argument -> body.function(argument).stream())
                    .forEach(function -> inputs.addAll(taken(function)));
              });
    }
    return inputs;
  }

  /** What a lambda captures, or the receiver that a method reference is bound to. */
  private static List<Value> taken(Event.FunctionObject function) {
    List<Value> values = new ArrayList<>(function.captures().values());
    if (function.code() instanceof Event.Code.Reference reference) {
      reference.receiver().ifPresent(values::add);
    }
    return values;
  }

  /** What the element that a value is made from is an element of. */
  private Optional<Value> source(BodyView body, Value value, Set<Value> seen) {
    if (!seen.add(value)) {
      return Optional.empty();
    }
    if (value instanceof Value.Element element) {
      return Optional.of(element.array());
    }
    Optional<Event.Call> call = body.call(value);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    if (subject.model(call.get()).is(Role.YIELDS_ELEMENT) && call.get().receiver().isPresent()) {
      Value holder = call.get().receiver().get();
      return body.call(holder)
          .filter(made -> isIterator(made.target().resultType()))
          .flatMap(Event.Call::receiver)
          .or(() -> Optional.of(holder));
    }
    List<Value> inputs = new ArrayList<>(call.get().arguments());
    call.get().receiver().ifPresent(inputs::add);
    return inputs.stream().flatMap(each -> source(body, each, seen).stream()).findFirst();
  }

  private boolean isIterator(String type) {
    return subject.resolution().hierarchy().isSubtype(type, "java.util.Iterator");
  }

  /** Whether a collection, stream or array comes from where its size is not decided here. */
  public boolean isUnbounded(BodyView body, Value value) {
    return isUnbounded(body, value, MAX_STEPS);
  }

  private boolean isUnbounded(BodyView body, Value value, int steps) {
    if (steps == 0 || Gaps.inValue(value) || subject.resolution().gaps().inOrigin(body, value)) {
      return false;
    }
    Located origin = subject.resolution().origins().origin(new Located(body.id(), value));
    if (origin.value() instanceof Value.Parameter) {
      return !origin.body().isLambda();
    } else if (origin.value() instanceof Value.FieldValue || origin.value() instanceof Value.This) {
      return true;
    }
    Optional<BodyView> there = subject.resolution().bodies().view(origin.body());
    return there
        .flatMap(view -> view.call(origin.value()))
        .filter(call -> call.receiver().isPresent())
        .filter(call -> call.target().parameters().stream().noneMatch(COUNTS::contains))
        .filter(
            call ->
                !subject.model(call).is(Role.SHORT_CIRCUITS)
                    && !subject.model(call).is(Role.YIELDS_ELEMENT)
                    && !subject.resolution().gaps().inModel(call))
        .filter(call -> isUnbounded(there.get(), call.receiver().get(), steps - 1))
        .isPresent();
  }
}
