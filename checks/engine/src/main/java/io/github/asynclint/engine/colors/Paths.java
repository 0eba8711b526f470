package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.effect.Effects;
import io.github.asynclint.engine.effect.Part;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where does a thread go that runs a body of the program, and what does it meet there?
 *
 * <p>A thread that calls a method of the program runs its body whatever that returns, so methods that
 * return a future are looked into here, where rules leave them to a finding of their own.
 */
final class Paths {
  /** A thread that could go to more bodies than these is not followed further. */
  private static final int MAX_BODIES = 2_000;

  private final Resolution resolution;
  private final Effects effects;
  private final OwnActs own;
  private final Map<CallableId, List<Hop>> hops = new HashMap<>();

  Paths(Resolution resolution, Effects effects, Crossings crossings) {
    this.resolution = resolution;
    this.effects = effects;
    this.own = new OwnActs(resolution, crossings);
  }

  /** The hops of a body in the order of its events; what callers seldom meet is left out. */
  List<Hop> of(CallableId id) {
    List<Hop> found = hops.get(id);
    if (found == null) {
      found =
          resolution
              .bodies()
              .view(id)
              .map(
                  body ->
                      all(body).stream()
                          .filter(hop -> !effects.isSeldom(body, body.events().get(hop.event())))
                          .toList())
              .orElse(List.of());
      hops.put(id, found);
    }
    return found;
  }

  /** All hops of a body: what stands in a catch clause is met by the thread that enters there. */
  List<Hop> all(BodyView body) {
    List<Hop> found = new ArrayList<>(own.of(body));
    for (Part part : effects.parts(body)) {
      found.addAll(of(part));
    }
    found.sort(Comparator.comparingInt(Hop::event));
    return found;
  }

  /** What running a method reference leads to. */
  List<Hop> ofReference(
      BodyView body, Event.FunctionObject function, Event.Code.Reference reference) {
    return effects.part(body, function, reference).map(this::of).orElse(List.of());
  }

  private List<Hop> of(Part part) {
    int event = part.event().id();
    int line = part.event().place().line();
    if (part instanceof Part.Runs runs && !runs.isGivenDone() && isFollowed(runs.body())) {
      return List.of(new Hop.Into(event, line, runs.body()));
    }
    boolean inProgram =
        part instanceof Part.Runs runs
            && !runs.isGivenDone()
            && resolution.program().origin(runs.body().method().owner()) == Program.Origin.PROGRAM;
    return inProgram
        ? List.of()
        : effects.of(part).values().stream()
            .map(Act::of)
            .sorted(Comparator.comparing(Act::kind))
            .map(act -> (Hop) new Hop.End(event, line, act))
            .toList();
  }

  private boolean isFollowed(CallableId id) {
    return resolution.program().origin(id.method().owner()) == Program.Origin.PROGRAM
        && resolution.bodies().view(id).isPresent()
        && (id.isLambda() || effects.runsWhereCalled(id.method()));
  }

  /** What a thread meets that enters a body: the best evidence for each kind. */
  List<Act> acts(BodyView start) {
    Walk walk = new Walk();
    walk.seen.add(start.id());
    walk.body(start, all(start), List.of());
    return walk.toTheEnd();
  }

  /** What a thread meets on those hops, told from where they lead to. */
  List<Act> acts(List<Hop> hops) {
    Walk walk = new Walk();
    hops.forEach(hop -> walk.hop(hop, List.of()));
    return walk.toTheEnd();
  }

  /** A walk over all that a thread may come to, nearest first. */
  private final class Walk {
    private final Map<Act.Kind, Act> found = new EnumMap<>(Act.Kind.class);
    private final Set<CallableId> seen = new HashSet<>();
    private final Deque<Way> open = new ArrayDeque<>();

    private record Way(CallableId body, List<Step> steps) {}

    void body(BodyView body, List<Hop> hops, List<Step> steps) {
      Code code = Code.of(body.callable());
      for (Hop hop : hops) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(Step.Kind.PATH, code.name(), code.sourceFile(), hop.line()));
        hop(hop, longer);
      }
    }

    void hop(Hop hop, List<Step> steps) {
      if (hop instanceof Hop.End end) {
        Act act = end.act().under(steps);
        if (!found.containsKey(act.kind()) || act.betterThan(found.get(act.kind()))) {
          found.put(act.kind(), act);
        }
      } else if (seen.add(((Hop.Into) hop).body())) {
        open.addLast(new Way(((Hop.Into) hop).body(), steps));
      }
    }

    List<Act> toTheEnd() {
      while (!open.isEmpty() && seen.size() < MAX_BODIES) {
        Way next = open.removeFirst();
        resolution
            .bodies()
            .view(next.body())
            .ifPresent(body -> body(body, of(next.body()), next.steps()));
      }
      return List.copyOf(found.values());
    }
  }
}
