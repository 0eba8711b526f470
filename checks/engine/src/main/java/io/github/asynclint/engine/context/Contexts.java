package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Cycles;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which thread runs a body, and how does the thread of a callback relate to the code around it?
 *
 * <p>A body's context comes from where it is handed over (a modelled parameter, a chain's schedulers, the
 * user's own higher-order method), or from what it overrides or is annotated with. Everything else is
 * unknown. A question that leads back to itself is answered with unknown, and answers that rest on such a
 * one are not kept, so the order of questions does not matter.
 */
public final class Contexts {
  /** A helper's context is asked of callers that far away; the bound also makes recursion converge. */
  private static final int MAX_CALLERS = 4;

  /** Where the program says that a class runs on an executor of its own instead of the event loop. */
  private static final NamedContext MOVED =
      new NamedContext(
          "moved", ContextKind.WORKER, "the executor it is given", false, false, false);

  private final Resolution resolution;
  private final Chains chains;
  private final ExecutorKinds executors;
  private final ContextOverrides overrides;
  private final InterfaceContexts byInterface;
  private final Cycles.Table<RunsOn> methods;
  private final Cycles.Table<Relation> functions;
  private final Cycles.Table<Relation> parameters;
  private final Cycles.Table<RunsOn> inferred;

  public Contexts(Resolution resolution, Cycles cycles) {
    this.resolution = resolution;
    this.methods = cycles.table(RunsOn.UNKNOWN);
    this.functions = cycles.table(Relation.UNKNOWN);
    this.parameters = cycles.table(Relation.UNKNOWN);
    this.inferred = cycles.table(RunsOn.UNKNOWN);
    this.executors = new ExecutorKinds(resolution, cycles);
    this.chains = new Chains(resolution, this, executors, cycles);
    this.overrides = new ContextOverrides(resolution);
    this.byInterface = new InterfaceContexts(resolution);
  }

  /** How operators and futures move work between threads. */
  public Chains chains() {
    return chains;
  }

  /**
   * The thread of a body whose context is its own: it is handed over, overrides a framework's method or
   * is annotated. A helper method has none, even if all its callers have one.
   */
  public RunsOn of(CallableId id) {
    if (id.isLambda()) {
      Relation relation =
          resolution
              .bodies()
              .creation(id)
              .map(function -> ofFunction(id.enclosing(), function))
              .orElse(Relation.UNKNOWN);
      return relation instanceof Relation.Inside inside
          ? inside.body().equals(id) ? RunsOn.UNKNOWN : of(inside.body())
          : ((Relation.Crosses) relation).runsOn();
    }
    return methods.compute(id, () -> ofMethod(id));
  }

  /** The threads of the executor or scheduler that the value is. */
  public RunsOn executor(BodyView body, Value value) {
    return executors.kind(new Located(body.id(), value));
  }

  /** As {@link #of}, and a helper runs where all its callers in the program run. */
  public RunsOn withCallers(CallableId id) {
    return withCallers(id, MAX_CALLERS);
  }

  private RunsOn withCallers(CallableId id, int distance) {
    RunsOn own = of(id);
    if (own.isKnown() || own.isHidden() || distance == 0) {
      return own;
    }
    if (id.isLambda()) {
      Relation relation =
          resolution
              .bodies()
              .creation(id)
              .map(function -> ofFunction(id.enclosing(), function))
              .orElse(Relation.UNKNOWN);
      return relation instanceof Relation.Inside inside && !inside.body().equals(id)
          ? withCallers(inside.body(), distance)
          : own;
    }
    return inferred.compute(
        List.of(id, distance), () -> fromCallers(id.method(), distance - 1));
  }

  private RunsOn fromCallers(MethodRef method, int distance) {
    if (resolution.gaps().inCallersOf(method)) {
      return RunsOn.HIDDEN;
    }
    RunsOn joined = null;
    for (CallIndex.CallSite site : resolution.callers(method)) {
      RunsOn next = withCallers(site.body().id(), distance);
      joined = joined == null ? next : joined.or(next);
      if (!joined.isKnown()) {
        return joined;
      }
    }
    for (CallIndex.ReferenceSite site : resolution.index().references(method)) {
      RunsOn next = runsOn(site.body().id(), site.function());
      joined = joined == null ? next : joined.or(next);
    }
    return joined == null ? RunsOn.UNKNOWN : joined;
  }

  /** The thread that runs a function object created in that body. */
  public RunsOn runsOn(CallableId body, Event.FunctionObject function) {
    Relation relation = ofFunction(body, function);
    return relation instanceof Relation.Inside inside
        ? of(inside.body())
        : ((Relation.Crosses) relation).runsOn();
  }

  /** How a function object created in that body is run. */
  public Relation ofFunction(CallableId body, Event.FunctionObject function) {
    return functions.compute(
        List.of(body, function.id()),
        () ->
            resolution
                .bodies()
                .view(body)
                .map(
                    view -> {
                      Flows.Flow flow =
                          resolution.flows().from(view, new Value.Result(function.id()));
                      Relation known = join(flow);
                      return known.equals(Relation.UNKNOWN)
                          ? byInterface.of(view, function, flow)
                          : known;
                    })
                .orElse(Relation.UNKNOWN));
  }

  private Relation join(Flows.Flow flow) {
    if (flow.hidden()) {
      return Relation.HIDDEN;
    }
    Relation joined = null;
    for (Flows.Destination destination : flow.destinations()) {
      Relation next = at(destination);
      if (next.equals(Relation.HIDDEN)) {
        return next;
      }
      if (joined == null || joined.equals(next)) {
        joined = next;
      } else if (joined instanceof Relation.Crosses first
          && next instanceof Relation.Crosses second) {
        joined = new Relation.Crosses(first.runsOn().or(second.runsOn()));
      } else {
        return Relation.UNKNOWN;
      }
    }
    return joined == null ? Relation.UNKNOWN : joined;
  }

  /** How a function object is run that a call takes as an argument, or calls. */
  public Relation at(Flows.Destination destination) {
    Event.Call call = destination.call();
    BodyView body = destination.body();
    if (destination.argument() < 0) {
      boolean invoked =
          resolution
              .hierarchy()
              .functionalMethod(call.receiverType())
              .filter(method -> method.name().equals(call.target().name()))
              .isPresent();
      return invoked ? new Relation.Inside(body.id()) : Relation.UNKNOWN;
    }
    if (resolution.gaps().inOwnMethod(call)) {
      return Relation.HIDDEN;
    }
    ContextSpec spec = resolution.model(call).parameters().get(destination.argument());
    if (spec != null) {
      return resolve(spec, body, call);
    }
    if (resolution.gaps().inModel(call)) {
      return Relation.HIDDEN;
    }
    return resolution
        .target(body, call)
        .map(target -> ofParameter(target, destination.argument()))
        .map(
            relation ->
                relation instanceof Relation.Inside ? new Relation.Inside(body.id()) : relation)
        .orElse(Relation.UNKNOWN);
  }

  /** How a method runs the function object that it takes as that parameter. */
  private Relation ofParameter(MethodRef method, int index) {
    return parameters.compute(
        List.of(method, index),
        () ->
            resolution
                .bodies()
                .view(method)
                .map(view -> resolution.flows().from(view, new Value.Parameter(index)))
                .map(this::join)
                .map(relation -> outOfLambdas(relation, CallableId.of(method)))
                .orElse(
                    resolution.gaps().inBody(method) ? Relation.HIDDEN : Relation.UNKNOWN));
  }

  private Relation outOfLambdas(Relation relation, CallableId method) {
    Relation at = relation;
    Set<CallableId> seen = new HashSet<>();
    while (at instanceof Relation.Inside inside && !inside.body().equals(method)) {
      CallableId body = inside.body();
      if (!seen.add(body) || !body.isLambda()) {
        return new Relation.Crosses(of(body));
      }
      at =
          resolution
              .bodies()
              .creation(body)
              .map(function -> ofFunction(body.enclosing(), function))
              .orElse(Relation.UNKNOWN);
    }
    return at;
  }

  private Relation resolve(ContextSpec spec, BodyView body, Event.Call call) {
    if (spec instanceof ContextSpec.Absolute absolute) {
      return new Relation.Crosses(
          overridden(
              body.callable().type(),
              new RunsOn(
                  absolute.context(),
                  Certainty.DEFINITE,
                  List.of(callback(absolute.context(), body, call)))));
    } else if (spec instanceof ContextSpec.Argument argument) {
      return new Relation.Crosses(
          executors.kind(new Located(body.id(), call.arguments().get(argument.index()))));
    } else if (spec == ContextSpec.Relative.RECEIVER
        && call.receiver().isPresent()
        && executors.isDirect(new Located(body.id(), call.receiver().get()))) {
      return new Relation.Inside(body.id());
    }
    return switch ((ContextSpec.Relative) spec) {
      case CALLER -> new Relation.Inside(body.id());
      case RECEIVER -> new Relation.Crosses(
          call.receiver()
              .map(value -> executors.kind(new Located(body.id(), value)))
              .orElse(RunsOn.UNKNOWN));
      case UPSTREAM -> new Relation.Crosses(
          call.receiver().map(value -> chains.signal(body, value)).orElse(RunsOn.UNKNOWN));
      case SUBSCRIBER -> new Relation.Crosses(chains.subscription(body, call));
      case COMPLETER -> new Relation.Crosses(
          call.receiver().map(value -> chains.completion(body, value)).orElse(RunsOn.UNKNOWN));
      case INNER, ANY -> Relation.UNKNOWN;
    };
  }

  static Step callback(NamedContext context, BodyView body, Event.Call call) {
    return new Step(
        Step.Kind.RUNS_ON,
        context.label() + ": callback of " + Names.method(call.target()),
        body.callable().sourceFile(),
        call.place().line());
  }

  private RunsOn ofMethod(CallableId id) {
    MethodRef method = id.method();
    Optional<BodyView> view = resolution.bodies().view(id);
    if (view.isEmpty() || method.isConstructor() || method.isStaticInitializer()) {
      // What an annotation of the class says of its methods, it does not say of those who create it.
      return RunsOn.UNKNOWN;
    }
    String type = view.get().callable().type();
    List<AnnotationFact> ofType =
        resolution.program().type(type).map(TypeFacts::annotations).orElse(List.of());
    Optional<NamedContext> context =
        resolution.models().runsOn(method, type, view.get().callable().annotations(), ofType);
    if (context.isPresent()) {
      Step why =
          new Step(
              Step.Kind.RUNS_ON,
              context.get().label() + ": the framework calls " + Names.method(method),
              view.get().callable().sourceFile(),
              view.get().callable().line());
      return overridden(type, new RunsOn(context.get(), Certainty.DEFINITE, List.of(why)));
    }
    boolean annotated = !ofType.isEmpty() || !view.get().callable().annotations().isEmpty();
    boolean hidden =
        isOverridable(view.get().callable()) && resolution.gaps().inType(type)
            || annotated && resolution.gaps().inType(method.returnType())
            || resolution.models().mayRunOn(type, view.get().callable().annotations())
            || resolution.models().mayRunOn(type, ofType);
    return hidden ? RunsOn.HIDDEN : asFunctionObject(method, type);
  }

  /** Whether the method may be one that a supertype declares. */
  private static boolean isOverridable(Callable callable) {
    return !callable.modifiers().contains(Modifier.PRIVATE)
        && !callable.modifiers().contains(Modifier.STATIC);
  }

  /** An anonymous or named class that implements a functional interface runs where it is passed. */
  public RunsOn asFunctionObject(MethodRef method, String type) {
    if (!implementsFunction(method)) {
      return RunsOn.UNKNOWN;
    }
    if (resolution.gaps().inCreationsOf(type)) {
      return RunsOn.HIDDEN;
    }
    Relation joined = null;
    for (CallIndex.CallSite site : resolution.index().creations(type)) {
      Relation next = joinHandedOver(site);
      if (joined != null && !joined.equals(next)) {
        return RunsOn.UNKNOWN;
      }
      joined = next;
    }
    if (joined instanceof Relation.Inside inside) {
      return inside.body().method().equals(method) ? RunsOn.UNKNOWN : of(inside.body());
    }
    return joined == null ? RunsOn.UNKNOWN : ((Relation.Crosses) joined).runsOn();
  }

  /** Whether the method is the one of a functional interface. */
  public boolean implementsFunction(MethodRef method) {
    return resolution.hierarchy().overridden(method).stream()
        .anyMatch(
            overridden ->
                resolution
                    .hierarchy()
                    .functionalMethod(overridden.ref().owner())
                    .filter(overridden.ref()::equals)
                    .isPresent());
  }

  /** Calling a method of the object where it stands is no handing over. */
  private Relation joinHandedOver(CallIndex.CallSite site) {
    Flows.Flow flow =
        resolution.flows().from(site.body(), new Value.Result(site.call().id()));
    return join(
        new Flows.Flow(
            flow.destinations().stream().filter(each -> each.argument() >= 0).toList(),
            flow.complete(),
            flow.hidden()));
  }

  private RunsOn overridden(String type, RunsOn runsOn) {
    if (!runsOn.context().dynamic()) {
      return runsOn;
    }
    // Where facts are missing, a class may seem moved that is not, as well as the other way round.
    if (overrides.mayMoveOthers()) {
      return RunsOn.HIDDEN;
    }
    return overrides.moves(type) ? new RunsOn(MOVED, Certainty.LIKELY, List.of()) : runsOn;
  }
}
