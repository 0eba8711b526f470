package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Reach;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Cycles;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What does a call or a body do to the thread it runs on?
 *
 * <p>A call does what its model says; else what the body that it runs does, if that is known well enough
 * to follow. A body does what its calls do, and the callbacks that run inside them. What a body hands to
 * other threads is not its own doing, nor what is done only until a field has its value or an object the
 * state that is asked for. Calls of the program that return a future or publisher are not looked through: blocking in there is reported in
 * there.
 */
public final class Effects {
  /** Paths inside libraries get less believable with each hop: past five, most are not real. */
  private static final int MAX_LIBRARY_HOPS = 5;

  /** Helpers of the program are followed that deep; the bound also makes recursion converge. */
  private static final int MAX_HOPS = 12;

  private final Resolution resolution;
  private final Contexts contexts;
  private final Reach reach;
  private final Suppressions suppressions;
  private final StateChecks states;
  private final KeptByKey kept;
  private final OnFailure onFailure;
  private final Cycles.Table<Map<EffectModel.Kind, Effect>> summaries;

  /** How far a path may still go, and how many hops of it were in libraries. */
  private record Budget(int hops, int libraryHops) {
    static final Budget FULL = new Budget(MAX_HOPS, 0);

    Budget next(boolean library) {
      return new Budget(hops - 1, library ? libraryHops + 1 : 0);
    }
  }

  public Effects(Resolution resolution, Contexts contexts, Reach reach, Cycles cycles) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.reach = reach;
    this.suppressions = new Suppressions(resolution);
    this.states = new StateChecks(resolution);
    this.kept = new KeptByKey(resolution);
    this.onFailure = new OnFailure(resolution.hierarchy());
    this.summaries = cycles.table(Map.of());
  }

  /**
   * What the call itself does, directly or through helpers; the lambdas among its arguments stand in
   * the program's text and are asked for on their own.
   */
  public Map<EffectModel.Kind, Effect> ofCall(BodyView body, Event.Call call) {
    return of(part(body, call), Budget.FULL, Givens.NONE);
  }

  /** What running a method reference does to the thread that runs it. */
  public Map<EffectModel.Kind, Effect> ofReference(
      BodyView body, Event.FunctionObject function, Event.Code.Reference reference) {
    return of(part(body, function, reference), Budget.FULL, Givens.NONE);
  }

  /** What a part of a body does, itself or the body that it runs. */
  public Map<EffectModel.Kind, Effect> of(Part part) {
    return of(Optional.of(part), Budget.FULL, Givens.NONE);
  }

  private Map<EffectModel.Kind, Effect> of(Optional<Part> part, Budget budget, Givens outer) {
    if (part.isEmpty()) {
      return Map.of();
    } else if (part.get() instanceof Part.Does does) {
      return Map.of(does.effect().kind(), does.effect());
    }
    Part.Runs runs = (Part.Runs) part.get();
    CallableId target = runs.body();
    Map<EffectModel.Kind, Effect> all =
        target.isLambda()
            ? summary(target, budget, Givens.NONE)
            : through(target.method(), budget, given(runs.event(), outer));
    return runs.isGivenDone() ? withoutWaits(all) : all;
  }

  private static Givens given(Event event, Givens outer) {
    return event instanceof Event.Call call ? Givens.of(call, outer) : Givens.NONE;
  }

  private static Map<EffectModel.Kind, Effect> withoutWaits(Map<EffectModel.Kind, Effect> all) {
    Map<EffectModel.Kind, Effect> rest = new EnumMap<>(EffectModel.Kind.class);
    rest.putAll(all);
    rest.remove(EffectModel.Kind.WAITS);
    return rest;
  }

  /** What the events of a body do to the thread that runs it, in their order. */
  public List<Part> parts(BodyView body) {
    return body.events().stream().flatMap(event -> part(body, event).stream()).toList();
  }

  private Optional<Part> part(BodyView body, Event event) {
    if (event instanceof Event.Call call) {
      return part(body, call);
    }
    return event instanceof Event.FunctionObject function
            && !suppressions.deadBranch(body, event)
        ? innerFunction(body, function)
        : Optional.empty();
  }

  private Optional<Part> part(BodyView body, Event.Call call) {
    MethodModel model = resolution.exactModel(body, call);
    if (model.safe() || resolution.gaps().inOwnMethod(call) || suppressions.deadBranch(body, call)) {
      return Optional.empty();
    }
    if (model.effect().isPresent()) {
      EffectModel effect = model.effect().get();
      return suppressions
          .certainty(body, call, effect)
          .map(certainty -> new Part.Does(call, modelled(effect, call.target()).atMost(certainty)));
    }
    if (resolution.models().covers(call.target().owner()) || resolution.gaps().inModel(call)) {
      return Optional.empty();
    }
    return resolution
        .target(body, call)
        .map(
            target ->
                new Part.Runs(
                    call,
                    CallableId.of(target),
                    suppressions.isGivenOnlyComplete(body, call)));
  }

  /** What a method reference does to the thread that runs it, itself or the body that it runs. */
  public Optional<Part> part(
      BodyView body, Event.FunctionObject function, Event.Code.Reference reference) {
    MethodModel model = resolution.model(reference);
    if (model.safe()) {
      return Optional.empty();
    }
    if (model.effect().isPresent()) {
      return suppressions.known(body, function)
          ? Optional.empty()
          : Optional.of(
              new Part.Does(function, modelled(model.effect().get(), reference.method())));
    }
    return resolution
        .target(body, reference)
        .map(target -> new Part.Runs(function, CallableId.of(target)));
  }

  private static Effect modelled(EffectModel effect, MethodRef method) {
    String text = Names.qualified(method) + ", which " + Wording.of(effect);
    return new Effect(
        effect.kind(),
        effect.what(),
        effect.certainty(),
        List.of(new Step(Step.Kind.PATH, text, "", 0)));
  }

  private Map<EffectModel.Kind, Effect> through(
      MethodRef target, Budget budget, Givens givens) {
    Program.Origin origin = resolution.program().origin(target.owner());
    boolean library = origin == Program.Origin.LIBRARY;
    if (budget.hops() == 0
        || origin == Program.Origin.PLATFORM
        || origin == Program.Origin.UNKNOWN
        || (library
            && (budget.libraryHops() >= MAX_LIBRARY_HOPS || resolution.models().covers(target.owner())))) {
      return Map.of();
    }
    if (!mayHaveAny(target)
        || resolution.models().type(target.returnType()).kind().isAsync()
        || resolution.gaps().inType(target.returnType())) {
      return Map.of();
    }
    if (!runsWhereCalled(target)) {
      return Map.of();
    }
    return summary(CallableId.of(target), budget.next(library), givens);
  }

  /** Whether nobody but its callers chooses the thread that runs the method, as far as that is known. */
  public boolean runsWhereCalled(MethodRef method) {
    RunsOn own = contexts.of(CallableId.of(method));
    return !own.isKnown() && !own.isHidden();
  }

  /** What a body does to the thread that runs it: for each kind of effect the best evidence. */
  public Map<EffectModel.Kind, Effect> summary(CallableId id) {
    return summary(id, Budget.FULL, Givens.NONE);
  }

  /** Whether the method, or a lambda in it, may have an effect of that kind, judged by names. */
  public boolean mayHave(MethodRef method, EffectModel.Kind kind) {
    return reach.effect(method, kind);
  }

  private boolean mayHaveAny(MethodRef method) {
    return Arrays.stream(EffectModel.Kind.values()).anyMatch(kind -> mayHave(method, kind));
  }

  private Map<EffectModel.Kind, Effect> summary(CallableId id, Budget budget, Givens givens) {
    if (!mayHaveAny(id.method())) {
      return Map.of();
    }
    Optional<BodyView> view = resolution.bodies().view(id);
    if (view.isEmpty()) {
      return Map.of();
    }
    Givens used = givens.usedIn(view.get());
    return summaries.compute(
        List.of(id, budget, used), () -> summarize(view.get(), budget, used));
  }

  private Map<EffectModel.Kind, Effect> summarize(BodyView body, Budget budget, Givens givens) {
    boolean library = budget.libraryHops() > 0;
    Map<EffectModel.Kind, Effect> found = new EnumMap<>(EffectModel.Kind.class);
    for (Event event : body.events()) {
      if (onFailure.is(body, event)
          || OnceOnly.is(body, event)
          || givens.exclude(body, event)) {
        continue;
      }
      Map<EffectModel.Kind, Effect> effects = of(part(body, event), budget, givens);
      if (effects.isEmpty() || states.bringsAbout(body, event)) {
        continue;
      }
      // A library's branches depend on settings and arguments that nobody here knows.
      boolean seldom =
          library && body.isConditional(event)
              || kept.isLoader(body, event)
              || OnceOnly.isForKey(body, event);
      Certainty limit = seldom ? Certainty.LIKELY : Certainty.DEFINITE;
      effects.forEach(
          (kind, effect) -> {
            Effect outer = effect.atMost(limit).under(step(body, event));
            if (!found.containsKey(kind) || outer.betterThan(found.get(kind))) {
              found.put(kind, outer);
            }
          });
    }
    return Map.copyOf(found);
  }

  private Optional<Part> innerFunction(BodyView body, Event.FunctionObject function) {
    Relation relation = contexts.ofFunction(body.id(), function);
    if (!(relation instanceof Relation.Inside inside) || !inside.body().equals(body.id())) {
      return Optional.empty();
    }
    if (function.code() instanceof Event.Code.LambdaBody lambda) {
      return Optional.of(new Part.Runs(function, lambda.callable()));
    }
    return part(body, function, (Event.Code.Reference) function.code());
  }

  private static Step step(BodyView body, Event event) {
    return new Step(
        Step.Kind.PATH,
        Names.callable(body.callable()),
        body.callable().sourceFile(),
        event.place().line());
  }

  /** Whether callers seldom meet the event: it belongs to a failure, or happens once. */
  public boolean isSeldom(BodyView body, Event event) {
    return isOnFailure(body, event) || isOnceOnly(body, event);
  }

  /** Whether the event happens only once something has failed. */
  public boolean isOnFailure(BodyView body, Event event) {
    return onFailure.is(body, event);
  }

  /** Whether a helper runs the function only for keys of which its map has nothing yet. */
  public boolean isLoader(BodyView body, Event.FunctionObject function) {
    return kept.isLoader(body, function);
  }

  /** Whether the event happens only until a field has its value, so that it is seldom met. */
  public boolean isOnceOnly(BodyView body, Event event) {
    return OnceOnly.is(body, event) || states.bringsAbout(body, event);
  }

  /** Whether the event stands where only threads come that may block, or may, for want of facts. */
  public boolean isInDeadBranch(BodyView body, Event event) {
    return suppressions.deadBranch(body, event);
  }

  /** Whether a value is known to be complete where the event stands. */
  public boolean isComplete(BodyView body, Event at, Value future) {
    return suppressions.isComplete(body, at, future);
  }
}
