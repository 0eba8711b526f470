package io.github.asynclint.source;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Place;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The body of one callable while it is read in order of evaluation: its events, regions, and the state
 * at the current point.
 */
final class BodyBuilder {
  /** What a jump can go to. */
  enum Jump {
    LOOP,
    SWITCH,
    SWITCH_EXPRESSION,
    LABELED
  }

  /** Where {@code break} and {@code continue} go to. */
  static final class Target {
    final String label;
    final Jump kind;
    Optional<State> breaks = Optional.empty();
    Optional<State> continues = Optional.empty();
    final List<Value> yields = new ArrayList<>();

    Target(String label, Jump kind) {
      this.label = label;
      this.kind = kind;
    }

    boolean takes(String jumpLabel, boolean again) {
      if (again && kind != Jump.LOOP) {
        return false;
      }
      return jumpLabel.isEmpty()
          ? kind == Jump.LOOP || kind == Jump.SWITCH
          : jumpLabel.equals(label);
    }
  }

  /** Collects what locals may hold anywhere inside a try statement. */
  static final class Watch {
    State seen;

    Watch(State seen) {
      this.seen = seen;
    }
  }

  final CallableId id;
  final Optional<BodyBuilder> parent;
  final List<Callable> lambdas = new ArrayList<>();
  final List<Target> targets = new ArrayList<>();
  final List<Watch> watches = new ArrayList<>();
  final LoopValues loops = new LoopValues();
  private final List<Event> events = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final Set<Local> declared = new HashSet<>();
  private final Map<String, Local> captured = new LinkedHashMap<>();
  private int lambdaCount;
  Optional<State> state = Optional.of(State.START);

  BodyBuilder(CallableId id, Optional<BodyBuilder> parent) {
    this.id = id;
    this.parent = parent;
  }

  boolean reachable() {
    return state.isPresent();
  }

  CallableId nextLambda() {
    return id.lambda(lambdaCount++);
  }

  /** Adds an event at the current point; nothing where the point cannot be reached. */
  Value add(int line, IntFunction<java.util.function.Function<Place, Event>> event) {
    if (state.isEmpty()) {
      return Value.UNKNOWN;
    }
    int eventId = events.size();
    events.add(event.apply(eventId).apply(new Place(line, state.get().regions())));
    return new Value.Result(eventId);
  }

  int region(IntFunction<Region> region) {
    int regionId = regions.size();
    regions.add(region.apply(regionId));
    return regionId;
  }

  void enter(int region) {
    state = state.map(at -> at.within(region));
  }

  /** Leaves a region; conditions that an early exit inside it set still hold after it. */
  void leave(int region) {
    state = state.map(at -> leave(at, region));
  }

  private State leave(State at, int region) {
    int index = at.regions().indexOf(region);
    if (index < 0) {
      return at;
    }
    return outOf(at, at.regions().subList(0, index));
  }

  /** The state outside of all but the given regions, with the conditions that still hold. */
  State outOf(State at, List<Integer> around) {
    State after = at.in(List.copyOf(around));
    for (int inner : at.regions().subList(around.size(), at.regions().size())) {
      if (regions.get(inner) instanceof Region.Branch branch) {
        after =
            after.within(
                region(next -> new Region.Branch(next, branch.condition(), branch.outcome())));
      }
    }
    return after;
  }

  void declare(Local local) {
    declared.add(local);
  }

  void declare(Local local, Value value) {
    declared.add(local);
    assign(local, value);
  }

  void assign(Local local, Value value) {
    assign(local, value instanceof Value.Choice choice ? choice.values() : List.of(value));
  }

  private void assign(Local local, Collection<Value> values) {
    Set<Value> set = new LinkedHashSet<>(values);
    state = state.map(at -> at.assign(local, set));
    for (Watch watch : watches) {
      Set<Value> before = watch.seen.locals().getOrDefault(local, Set.of());
      watch.seen = watch.seen.assign(local, State.union(before, set));
    }
  }

  /** What a local variable may hold here. */
  Value local(Local local) {
    if (declared.contains(local)) {
      Set<Value> values = state.map(at -> at.locals().get(local)).orElse(null);
      return values == null ? Value.UNKNOWN : Values.choice(values);
    }
    for (Optional<BodyBuilder> outer = parent; outer.isPresent(); outer = outer.get().parent) {
      if (outer.get().declared.contains(local)) {
        captured.putIfAbsent(local.name(), local);
        break;
      }
    }
    return new Value.Captured(local.name());
  }

  Map<String, Local> captured() {
    return captured;
  }

  /** The finished body: no placeholders, only regions that hold events, numbered as they appear. */
  Body finish() {
    RegionNumbers numbers = new RegionNumbers(regions);
    FactsRewriter marker = new FactsRewriter(loops::resolve, numbers::use);
    events.forEach(marker::event);
    FactsRewriter rewriter = new FactsRewriter(loops::resolve, numbers::of);
    List<Event> finished = new ArrayList<>();
    for (Event event : events) {
      finished.add(rewriter.event(event));
    }
    List<Region> kept = new ArrayList<>();
    for (int old : numbers.used()) {
      kept.add(rewriter.region(regions.get(old)));
    }
    return new Body(finished, kept);
  }
}
