package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where does work cross to another thread, or to a later time, and in which body does it arrive?
 *
 * <p>A crossing is a call that takes a callback and is known not to run it before it returns.
 */
public final class Crossings {
  /** A class that is created in more methods is data, not a callback, and its flows are endless. */
  private static final int MAX_CREATORS = 16;

  private final Resolution resolution;
  private final Contexts contexts;
  private final HandedOver handedOver;

  /**
   * A crossing.
   *
   * @param near the body that hands the callback over
   * @param creation the event that creates the callback there: a lambda, a method reference, or the
   *     {@code new} of a class of the program
   * @param at the body of the call that takes it: the near side's own, or a helper's
   * @param call the call that takes it
   * @param callArgument which argument it is
   * @param far the thread it runs on, maybe unknown
   */
  public record Crossing(
      BodyView near, Event creation, BodyView at, Event.Call call, int callArgument, RunsOn far) {
    /** The near side's own event nearest to the crossing: events of bodies have no common order. */
    public Event start() {
      return at.id().equals(near.id()) ? call : creation;
    }

    private Crossing to(RunsOn other) {
      return new Crossing(near, creation, at, call, callArgument, other);
    }

    /** Whether the body is on the far side. */
    public boolean inside(CallableId body) {
      if (creation instanceof Event.Call created) {
        String type = created.target().owner();
        String owner = body.method().owner();
        return owner.equals(type) || owner.startsWith(type + "$");
      }
      return ((Event.FunctionObject) creation).code() instanceof Event.Code.LambdaBody lambda
          && isWithin(body, lambda.callable());
    }
  }

  /** By class; the far side depends on the method. Rules ask time and again, and flows are long. */
  private final Map<String, Optional<Crossing>> ofObjects = new HashMap<>();
  private final Map<CallableId, Optional<Crossing>> around = new HashMap<>();

  public Crossings(Resolution resolution, Contexts contexts, HandedOver handedOver) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.handedOver = handedOver;
  }

  /** The innermost crossing on whose far side a body runs. */
  public Optional<Crossing> around(CallableId body) {
    Optional<Crossing> known = around.get(body);
    if (known == null) {
      known = findAround(body);
      around.put(body, known);
    }
    return known;
  }

  private Optional<Crossing> findAround(CallableId body) {
    CallableId at = body;
    while (at.isLambda()) {
      Optional<Event.FunctionObject> creation = resolution.bodies().creation(at);
      Optional<BodyView> near = resolution.bodies().view(at.enclosing());
      if (creation.isEmpty() || near.isEmpty()) {
        return Optional.empty();
      }
      Optional<Crossing> crossing = of(near.get(), creation.get());
      if (crossing.isPresent()) {
        return crossing;
      }
      Relation relation = contexts.ofFunction(at.enclosing(), creation.get());
      if (!(relation instanceof Relation.Inside)) {
        return Optional.empty();
      }
      at = at.enclosing();
    }
    return aroundObject(at.method());
  }

  /** The crossing that an object of a local or anonymous class takes, as seen from its methods. */
  private Optional<Crossing> aroundObject(MethodRef method) {
    if (method.isConstructor()
        || method.isStaticInitializer()
        || !handedOver.contains(method.owner())
        || resolution.survey().creators(method.owner()).size() > MAX_CREATORS
        || isStatic(method)) {
      return Optional.empty();
    }
    Optional<Crossing> crossing = ofObjects.get(method.owner());
    if (crossing == null) {
      crossing =
          resolution.index().creations(method.owner()).stream()
              .flatMap(site -> of(site.body(), site.call(), RunsOn.UNKNOWN).stream())
              .findFirst();
      ofObjects.put(method.owner(), crossing);
    }
    return crossing.map(found -> found.to(contexts.of(CallableId.of(method))));
  }

  private boolean isStatic(MethodRef method) {
    return resolution
        .bodies()
        .view(method)
        .filter(view -> view.callable().modifiers().contains(Modifier.STATIC))
        .isPresent();
  }

  /** The crossing that a function object takes, if it is known to take one. */
  public Optional<Crossing> of(BodyView near, Event.FunctionObject function) {
    return of(near, function, contexts.runsOn(near.id(), function));
  }

  private Optional<Crossing> of(BodyView near, Event creation, RunsOn far) {
    Flows.Flow flow = resolution.flows().from(near, new Value.Result(creation.id()));
    for (Flows.Destination destination : flow.destinations()) {
      if (destination.argument() >= 0 && crosses(destination)) {
        return Optional.of(
            new Crossing(
                near,
                creation,
                destination.body(),
                destination.call(),
                destination.argument(),
                far));
      }
    }
    return Optional.empty();
  }

  private boolean crosses(Flows.Destination destination) {
    ContextSpec spec =
        resolution.model(destination.call()).parameters().get(destination.argument());
    Relation relation = contexts.at(destination);
    if (relation instanceof Relation.Crosses maybe && maybe.runsOn().isHidden()) {
      return false;
    }
    if (spec != null) {
      return relation instanceof Relation.Crosses;
    }
    return relation instanceof Relation.Crosses crosses && crosses.runsOn().isKnown();
  }

  /** Whether a body is that lambda or inside it. */
  public static boolean isWithin(CallableId body, CallableId lambda) {
    return body.method().equals(lambda.method())
        && body.lambdas().size() >= lambda.lambdas().size()
        && body.lambdas().subList(0, lambda.lambdas().size()).equals(lambda.lambdas());
  }

  /**
   * Whether several runs of the far side may overlap: the callback is created in a loop, an iteration or
   * a concurrent inner chain of the near side below {@code outermost}, or its chain is parallel.
   */
  public boolean isMultiple(Crossing crossing, CallableId outermost) {
    if (isBelowParallel(crossing.at(), crossing.call())) {
      return true;
    }
    if (crossing.near().isInLoop(crossing.creation())
        || crossing.at().isInLoop(crossing.call())) {
      return !isAwaited(crossing);
    }
    CallableId at = crossing.near().id();
    while (at.isLambda() && !at.equals(outermost)) {
      Optional<Event.FunctionObject> creation = resolution.bodies().creation(at);
      Optional<BodyView> near = resolution.bodies().view(at.enclosing());
      if (creation.isEmpty() || near.isEmpty()) {
        return false;
      }
      if (isInnerOfConcurrent(near.get(), creation.get())) {
        return true;
      }
      if (iterates(near.get(), creation.get()) || near.get().isInLoop(creation.get())) {
        return !isAwaited(crossing);
      }
      at = at.enclosing();
    }
    return false;
  }

  /** Whether the function object is run once for each element, inside the call that takes it. */
  private boolean iterates(BodyView body, Event.FunctionObject function) {
    for (BodyView.Use use : body.usesOfResult(function)) {
      if (use.kind() == BodyView.UseKind.ARGUMENT
          && resolution.model((Event.Call) use.event()).is(Role.ITERATES)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what the callback returns is run at a time with what its other runs return: the callbacks
   * of flatMap run one after the other, the inner publishers do not.
   */
  private boolean isInnerOfConcurrent(BodyView body, Event.FunctionObject function) {
    for (BodyView.Use use : body.usesOfResult(function)) {
      if (use.kind() == BodyView.UseKind.ARGUMENT) {
        Event.Call call = (Event.Call) use.event();
        if (resolution.model(call).is(Role.CONCURRENT)
            && call.arguments().stream()
                .noneMatch(each -> Gaps.inValue(each) || each.equals(new Value.Constant("1")))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an operator above the call in its chain makes the chain concurrent. */
  private boolean isBelowParallel(BodyView body, Event.Call call) {
    Optional<Value> at = call.receiver();
    for (int i = 0; i < 20 && at.isPresent(); i++) {
      Optional<Event.Call> above = body.call(at.get());
      if (above.isEmpty()) {
        return false;
      }
      MethodModel model = resolution.model(above.get());
      if (model.is(Role.PARALLEL)) {
        return true;
      }
      if (!model.is(Role.OPERATOR)) {
        return false;
      }
      at = above.get().receiver();
    }
    return false;
  }

  /** Whether the near side waits for the chain of the crossing before it goes on. */
  public boolean isAwaited(Crossing crossing) {
    return isAwaited(crossing.at(), crossing.call())
        || crossing.near().usesOfResult(crossing.creation()).stream()
            .filter(use -> use.kind() == BodyView.UseKind.ARGUMENT)
            .anyMatch(use -> isAwaited(crossing.near(), (Event.Call) use.event()));
  }

  private boolean isAwaited(BodyView body, Event.Call call) {
    Event.Call at = call;
    for (int i = 0; i < 20; i++) {
      if (resolution.gaps().inUses(body, new Value.Result(at.id()))) {
        return true;
      }
      Event.Call below = null;
      for (BodyView.Use use : body.usesOfResult(at)) {
        if (use.kind() == BodyView.UseKind.RECEIVER) {
          below = (Event.Call) use.event();
          if (resolution.model(below).effect().isPresent()) {
            return true;
          }
        }
      }
      if (below == null) {
        return false;
      }
      at = below;
    }
    return false;
  }
}
