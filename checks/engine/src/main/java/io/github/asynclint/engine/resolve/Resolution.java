package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program with its models and everything that is resolved over it: one for each analysis. */
public final class Resolution {
  private final FunctionClasses program;
  private final Models models;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final Survey survey;
  private final CallIndex index;
  private final Origins origins;
  private final Flows flows;
  private final Targets targets;
  private final Gaps gaps;
  private final AsyncTwins asyncTwins;

  /** By the event itself: every rule asks of every call, and events are long to compare. */
  private final Map<Event.Call, MethodModel> ofCalls = new IdentityHashMap<>();

  public Resolution(Program written, Models models) {
    this.program = new FunctionClasses(written);
    this.models = models;
    this.hierarchy = new Hierarchy(program);
    this.bodies = new Bodies(program);
    this.survey =
        program
            .lookup()
            .<Survey>map(lookup -> new LookupSurvey(lookup, program, hierarchy, bodies))
            .orElseGet(() -> new WholeSurvey(program, hierarchy, bodies));
    this.index = new CallIndex(bodies, survey);
    this.origins = new Origins(program, bodies, index, models);
    this.gaps = new Gaps(program, hierarchy, bodies, survey, origins);
    this.flows = new Flows(program, hierarchy, bodies, index, gaps);
    this.targets = new Targets(program, hierarchy);
    this.asyncTwins = new AsyncTwins(program, hierarchy, models);
  }

  public Program program() {
    return program;
  }

  public Models models() {
    return models;
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  public Bodies bodies() {
    return bodies;
  }

  /** Which methods of the program name what. */
  public Survey survey() {
    return survey;
  }

  public CallIndex index() {
    return index;
  }

  public Origins origins() {
    return origins;
  }

  public Flows flows() {
    return flows;
  }

  /** Where facts are missing. */
  public Gaps gaps() {
    return gaps;
  }

  /** Which methods of a type have an async variant. */
  public AsyncTwins asyncTwins() {
    return asyncTwins;
  }

  public MethodModel model(Event.Call call) {
    MethodModel known = ofCalls.get(call);
    if (known == null) {
      known = models.method(call.target(), call.receiverType());
      ofCalls.put(call, known);
    }
    return known;
  }

  /**
   * As {@link #model(Event.Call)}, and where that says nothing and the receiver's class is known exactly,
   * what the models say of the method on that class: {@code OutputStream out = new GZIPOutputStream(..)}.
   */
  public MethodModel exactModel(BodyView body, Event.Call call) {
    MethodModel model = model(call);
    if (!model.isNone()
        || call.dispatch() != Event.Dispatch.VIRTUAL
        || call.receiver().isEmpty()) {
      return model;
    }
    return origins
        .exactType(new Located(body.id(), call.receiver().get()))
        .map(type -> models.method(call.target(), type))
        .orElse(model);
  }

  public MethodModel model(Event.Code.Reference reference) {
    return models.method(reference.method(), reference.method().owner());
  }

  /**
   * The method whose body a call runs, if it is known well enough. Libraries that the models cover are
   * not looked into: what matters of them is in the models.
   */
  public Optional<MethodRef> target(BodyView body, Event.Call call) {
    return targets
        .target(call.target(), call.receiverType(), call.dispatch(), exactType(body, call))
        .filter(this::isOpen);
  }

  /** The methods one of whose bodies a call runs, as {@link Targets#candidates} gives them. */
  public List<MethodRef> candidates(BodyView body, Event.Call call) {
    List<MethodRef> all =
        targets.candidates(
            call.target(), call.receiverType(), call.dispatch(), exactType(body, call));
    return all.stream().allMatch(this::isOpen) ? all : List.of();
  }

  private Optional<String> exactType(BodyView body, Event.Call call) {
    return call.dispatch() == Event.Dispatch.VIRTUAL
        ? call.receiver().flatMap(value -> origins.exactType(new Located(body.id(), value)))
        : Optional.empty();
  }

  private boolean isOpen(MethodRef method) {
    return !models.covers(method.owner())
        || program.origin(method.owner()) == Program.Origin.PROGRAM;
  }

  /** The method whose body a reference runs. */
  public Optional<MethodRef> target(BodyView body, Event.Code.Reference reference) {
    Optional<String> exact =
        reference.dispatch() == Event.Dispatch.VIRTUAL
            ? reference.receiver()
                .flatMap(value -> origins.exactType(new Located(body.id(), value)))
            : Optional.empty();
    return targets
        .target(reference.method(), reference.method().owner(), reference.dispatch(), exact)
        .filter(this::isOpen);
  }

  /** The calls in the program that may run the method: those of it and of what it overrides. */
  public List<CallIndex.CallSite> callers(MethodRef method) {
    List<CallIndex.CallSite> sites = new ArrayList<>(index.calls(method));
    for (TypeFacts.Method overridden : hierarchy.overridden(method)) {
      sites.addAll(index.calls(overridden.ref()));
    }
    return sites;
  }
}
