package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.program.MainMethods;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * On which threads may a body run? On its own, if something chooses one; else on those of whoever calls
 * it, however far away. Each thread comes with the way from where it enters to the body.
 */
final class Threads {
  /** A helper that so many bodies lead to may run anywhere. */
  private static final int MAX_BODIES = 500;

  private static final NamedContext MAIN =
      new NamedContext("main", ContextKind.NEW_THREAD, "the main thread", false, true, false);

  private final Resolution resolution;
  private final Contexts contexts;
  private final Predicate<Callable> isTest;

  Threads(Resolution resolution, Contexts contexts, Predicate<Callable> isTest) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.isTest = isTest;
  }

  /** The thread that something chooses for the body itself; empty for a helper. */
  Optional<RunsOn> own(BodyView body) {
    RunsOn own = contexts.of(body.id());
    return own.isKnown() ? Optional.of(own) : main(body.callable());
  }

  /** As {@link #own}, and empty for a lambda that the body around it runs: nobody enters there. */
  Optional<RunsOn> entry(BodyView body) {
    return isPartOfOther(body.id()) ? Optional.empty() : own(body);
  }

  /** Whether the body is a lambda that the body around it runs. */
  boolean isPartOfOther(CallableId id) {
    return id.isLambda()
        && resolution
            .bodies()
            .creation(id)
            .map(function -> contexts.ofFunction(id.enclosing(), function))
            .filter(new Relation.Inside(id.enclosing())::equals)
            .isPresent();
  }

  private static Optional<RunsOn> main(Callable callable) {
    if (!MainMethods.include(callable)) {
      return Optional.empty();
    }
    Step why =
        new Step(
            Step.Kind.RUNS_ON,
            MAIN.label() + ": the program starts in " + Names.callable(callable),
            callable.sourceFile(),
            callable.line());
    return Optional.of(new RunsOn(MAIN, Certainty.DEFINITE, List.of(why)));
  }

  /** A body on the way back to where threads enter, and the way from it to the one that was asked for. */
  private record Way(BodyView body, Certainty certainty, List<Step> steps) {
    /** The way over a body that calls what this one starts with; the event of the site shows it. */
    Way from(BodyView caller, BodyView site, Event event, Certainty limit) {
      Code callee = Code.of(body.callable());
      List<Step> longer = new ArrayList<>();
      longer.add(
          new Step(
              Step.Kind.RUNS_ON,
              Code.of(caller.callable()).name() + " calls " + callee.name(),
              site.callable().sourceFile(),
              event.place().line()));
      longer.addAll(steps);
      return new Way(caller, certainty.and(limit), longer);
    }
  }

  /**
   * The threads, with a short way to each; an unknown one is among them where some way leads back to
   * code of which nobody knows who runs it.
   */
  List<RunsOn> of(BodyView start) {
    Map<NamedContext, RunsOn> found = new LinkedHashMap<>();
    Set<CallableId> seen = new HashSet<>(Set.of(start.id()));
    Deque<Way> open = new ArrayDeque<>();
    open.add(new Way(start, Certainty.DEFINITE, List.of()));
    while (!open.isEmpty()) {
      Way way = open.removeFirst();
      Optional<RunsOn> own = own(way.body());
      if (own.isPresent()) {
        put(found, own.get(), way);
        continue;
      }
      boolean isFar = seen.size() > MAX_BODIES;
      List<Way> callers = isFar ? List.of() : callers(way, found);
      if (isFar
          || callers.isEmpty() && !isReferredTo(way.body())
          || mayHaveOtherCallers(way.body())) {
        found.putIfAbsent(NamedContext.UNKNOWN, RunsOn.UNKNOWN);
      }
      callers.stream().filter(each -> seen.add(each.body().id())).forEach(open::addLast);
    }
    if (found.isEmpty()) {
      found.put(NamedContext.UNKNOWN, RunsOn.UNKNOWN);
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing((RunsOn each) -> !each.isKnown())
                .thenComparing(each -> !each.mustNotBlock())
                .thenComparing(each -> each.context().label()))
        .toList();
  }

  private boolean isReferredTo(BodyView body) {
    return !body.id().isLambda()
        && !resolution.index().references(body.id().method()).isEmpty();
  }

  private boolean mayHaveOtherCallers(BodyView body) {
    return !body.id().isLambda() && resolution.gaps().inCallersOf(body.id().method());
  }

  private List<Way> callers(Way way, Map<NamedContext, RunsOn> found) {
    CallableId id = way.body().id();
    if (id.isLambda()) {
      return aroundLambda(way).stream().toList();
    }
    List<Way> callers = new ArrayList<>();
    for (CallIndex.CallSite site : resolution.callers(id.method())) {
      Optional<MethodRef> target = resolution.target(site.body(), site.call());
      boolean other = target.filter(each -> !each.equals(id.method())).isPresent();
      if (!other && !isTest.test(site.body().callable())) {
        // Where the receiver's class is not known, some other body of the method may run.
        Certainty limit = target.isPresent() ? Certainty.DEFINITE : Certainty.LIKELY;
        callers.add(way.from(site.body(), site.body(), site.call(), limit));
      }
    }
    for (CallIndex.ReferenceSite site : resolution.index().references(id.method())) {
      if (!isTest.test(site.body().callable())) {
        byReference(way, site, found).ifPresent(callers::add);
      }
    }
    return callers;
  }

  /** A lambda that the body around it runs is part of that body; another body calls it. */
  private Optional<Way> aroundLambda(Way way) {
    CallableId id = way.body().id();
    Optional<Event.FunctionObject> creation = resolution.bodies().creation(id);
    Optional<BodyView> outer =
        creation.flatMap(function -> inside(contexts.ofFunction(id.enclosing(), function), id));
    Optional<BodyView> site = resolution.bodies().view(id.enclosing());
    return outer.map(
        body ->
            body.id().equals(id.enclosing())
                ? new Way(body, way.certainty(), way.steps())
                : way.from(body, site.orElse(body), creation.get(), Certainty.DEFINITE));
  }

  /** A reference runs the method inside some body, or on a thread of its own. */
  private Optional<Way> byReference(
      Way way, CallIndex.ReferenceSite site, Map<NamedContext, RunsOn> found) {
    Relation relation = contexts.ofFunction(site.body().id(), site.function());
    Optional<BodyView> inside = inside(relation, way.body().id());
    if (inside.isEmpty()) {
      RunsOn there = contexts.runsOn(site.body().id(), site.function());
      put(found, there.isKnown() ? there : RunsOn.UNKNOWN, way);
    }
    return inside.map(outer -> way.from(outer, site.body(), site.function(), Certainty.DEFINITE));
  }

  private Optional<BodyView> inside(Relation relation, CallableId self) {
    return relation instanceof Relation.Inside inside && !inside.body().equals(self)
        ? resolution.bodies().view(inside.body())
        : Optional.empty();
  }

  private static void put(Map<NamedContext, RunsOn> found, RunsOn runsOn, Way way) {
    List<Step> why = new ArrayList<>(runsOn.why());
    why.addAll(way.steps());
    RunsOn next = new RunsOn(runsOn.context(), runsOn.certainty().and(way.certainty()), why);
    RunsOn known = found.get(next.context());
    if (known == null || next.certainty().compareTo(known.certainty()) > 0) {
      found.put(next.context(), next);
    }
  }
}
