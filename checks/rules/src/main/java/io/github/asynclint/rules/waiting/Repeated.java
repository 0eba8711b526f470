package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does each turn of a loop or stream start work for its element and wait for it before the next? */
public final class Repeated {
  private Repeated() {}

  /** How sure it is that the wait stands in such a turn and that the turns are independent. */
  public static Optional<Certainty> certainty(Subject subject, Wait wait) {
    BodyView body = subject.body();
    Event.Call start = wait.start();
    if (!Started.byItself(subject, body, start)
        || Started.isLifecycle(start)
        || body.isInCatch(wait.call())) {
      return Optional.empty();
    }
    Optional<Region.Loop> loop = innermostLoop(body, wait.call());
    boolean inLoop = loop.isPresent() && start.place().regions().contains(loop.get().id());
    if (inLoop
        ? !isIndependentLoop(subject, wait, loop.get())
        : loop.isPresent() || around(subject).isEmpty()) {
      return Optional.empty();
    }
    boolean perReceiver =
        start.receiver().filter(each -> isElement(subject, each, inLoop)).isPresent();
    boolean perElement =
        start.arguments().stream().anyMatch(each -> isElement(subject, each, inLoop));
    boolean used =
        wait.call().sink() == Event.Sink.USED && !body.usesOfResult(wait.call()).isEmpty();
    if (!(perReceiver || perElement && used) || takesBatch(subject, start)) {
      return Optional.empty();
    }
    return Optional.of(
        used && !Started.isChange(start) ? Certainty.DEFINITE : Certainty.LIKELY);
  }

  private static Optional<Region.Loop> innermostLoop(BodyView body, Event event) {
    return body.regions(event).stream()
        .filter(Region.Loop.class::isInstance)
        .map(Region.Loop.class::cast)
        .reduce((outer, inner) -> inner);
  }

  /** Whether no turn depends on what an earlier one has waited for, and nothing holds the loop back. */
  private static boolean isIndependentLoop(Subject subject, Wait wait, Region.Loop loop) {
    BodyView body = subject.body();
    Influence influence = new Influence(body, wait.call(), true);
    for (Event event : body.events()) {
      if (!event.place().regions().contains(loop.id())) {
        continue;
      }
      if (influence.decides(event)
          || event instanceof Event.Return
          || event instanceof Event.Call call
              && !call.equals(wait.call())
              && (Started.isLimiter(subject, body, call)
                  || body.guards(call).stream()
                      .anyMatch(each -> each.condition() instanceof Value.Unknown))) {
        return false;
      }
    }
    return !influence.reachesInto(wait.start())
        && wait.chain().stream().noneMatch(influence::reachesInto);
  }

  /** The body around, if it has this one run for each element of a stream or collection, to the last. */
  public static Optional<BodyView> around(Subject subject) {
    if (subject.id().isLambda()) {
      Optional<Event.FunctionObject> creation =
          subject.resolution().bodies().creation(subject.id());
      return subject
          .resolution()
          .bodies()
          .view(subject.id().enclosing())
          .filter(near -> creation.isPresent() && isGivenElements(subject, near, creation.get()));
    }
    List<CallIndex.CallSite> sites =
        subject.resolution().index().creations(subject.id().method().owner());
    return sites.stream()
        .filter(site -> sites.size() == 1 && isGivenElements(subject, site.body(), site.call()))
        .map(CallIndex.CallSite::body)
        .findFirst();
  }

  /** Whether the function goes to an operation that runs it for all elements, one after the other. */
  public static boolean isGivenElements(Subject subject, BodyView near, Event function) {
    List<BodyView.Use> uses = near.usesOfResult(function);
    return uses.size() == 1
        && uses.get(0).kind() == BodyView.UseKind.ARGUMENT
        && subject.model((Event.Call) uses.get(0).event()).is(Role.ITERATES)
        && !subject.resolution().gaps().inUses(near, new Value.Result(function.id()))
        && isSequential(subject, near, (Event.Call) uses.get(0).event())
        && runsToTheEnd(subject, near, (Event.Call) uses.get(0).event());
  }

  private static boolean isSequential(Subject subject, BodyView body, Event.Call operation) {
    Optional<Value> at = operation.receiver();
    while (at.isPresent()) {
      if (at.get() instanceof Value.Unknown) {
        return false;
      }
      Optional<Event.Call> above = body.call(at.get());
      if (above.isEmpty()) {
        return !Callbacks.mayBeStream(subject, body, at.get());
      }
      if (subject.model(above.get()).is(Role.PARALLEL)
          || subject.resolution().gaps().inModel(above.get())) {
        return false;
      }
      at = above.get().receiver();
    }
    return true;
  }

  /** Whether the operation, or the last one of its stream, looks at all elements. */
  private static boolean runsToTheEnd(Subject subject, BodyView body, Event.Call operation) {
    Event.Call at = operation;
    while (true) {
      if (subject.model(at).is(Role.SHORT_CIRCUITS)
          || subject.resolution().gaps().inUses(body, new Value.Result(at.id()))) {
        return false;
      }
      if (!Callbacks.isStream(subject, at.target().returnType())) {
        return true;
      }
      List<BodyView.Use> uses = body.usesOfResult(at);
      if (uses.size() != 1 || uses.get(0).kind() != BodyView.UseKind.RECEIVER) {
        return false;
      }
      at = (Event.Call) uses.get(0).event();
    }
  }

  /** Whether the value is made from the element of this turn. */
  private static boolean isElement(Subject subject, Value value, boolean inLoop) {
    return isElement(subject, subject.body(), value, inLoop, new HashSet<>());
  }

  private static boolean isElement(
      Subject subject, BodyView body, Value value, boolean inLoop, Set<Value> seen) {
    if (!seen.add(value)) {
      return false;
    }
    if (value instanceof Value.Parameter) {
      return !inLoop;
    } else if (value instanceof Value.Element element) {
      return inLoop && !(element.array() instanceof Value.Unknown);
    } else if (value instanceof Value.Operation operation) {
      return operation.operands().stream()
          .anyMatch(each -> isElement(subject, body, each, inLoop, seen));
    }
    return body.call(value)
        .filter(
            call ->
                inLoop && subject.model(call).is(Role.YIELDS_ELEMENT)
                    || call.receiver()
                        .filter(each -> isElement(subject, body, each, inLoop, seen))
                        .isPresent()
                    || call.arguments().stream()
                        .anyMatch(each -> isElement(subject, body, each, inLoop, seen)))
        .isPresent();
  }

  /** Whether the work is for a batch of elements: then it goes batch by batch on purpose. */
  private static boolean takesBatch(Subject subject, Event.Call start) {
    return start.target().parameters().stream()
        .anyMatch(
            type ->
                type.endsWith("[]")
                    || subject.resolution().hierarchy().isSubtype(type, "java.lang.Iterable")
                    || subject.resolution().hierarchy().isSubtype(type, "java.util.Map"));
  }
}
