package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallSpans;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Place;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The body of one callable while it is read in order of evaluation: its events, regions, and the state
 * at the current point.
 *
 * @param <V> the adapter's local variables
 */
public final class BodyBuilder<V> {
  final List<Jumps.Target<V>> targets = new ArrayList<>();
  final List<Tries.Watch<V>> watches = new ArrayList<>();
  final LoopValues loops = new LoopValues();
  Optional<State<V>> state = Optional.of(State.start());
  private final CallableId id;
  private final Optional<BodyBuilder<V>> parent;
  private final Function<V, String> names;
  private final List<Callable> lambdas = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final Set<V> declared = new HashSet<>();
  private final Map<String, V> captured = new TreeMap<>();
  private int lambdaCount;

  private BodyBuilder(
      CallableId id, Optional<BodyBuilder<V>> parent, Function<V, String> names) {
    this.id = id;
    this.parent = parent;
    this.names = names;
  }

  /** The body of a method, constructor or initializer. */
  public static <V> BodyBuilder<V> of(MethodRef method, Function<V, String> names) {
    return new BodyBuilder<>(CallableId.of(method), Optional.empty(), names);
  }

  /** The body of the next lambda of this one. */
  public BodyBuilder<V> lambda() {
    return new BodyBuilder<>(id.lambda(lambdaCount++), Optional.of(this), names);
  }

  public CallableId id() {
    return id;
  }

  /** Adds a finished lambda of this body, and those inside it. */
  public void add(Callable callable, BodyBuilder<V> lambda) {
    lambdas.add(callable);
    lambdas.addAll(lambda.lambdas);
  }

  public List<Callable> lambdas() {
    return lambdas;
  }

  public boolean reachable() {
    return state.isPresent();
  }

  /** What follows cannot be reached from here. */
  void end() {
    state = Optional.empty();
  }

  /** Adds an event at the current point; nothing where the point cannot be reached. */
  public Value add(int line, IntFunction<Function<Place, Event>> event) {
    if (state.isEmpty()) {
      return Value.UNKNOWN;
    }
    int eventId = events.size();
    events.add(event.apply(eventId).apply(new Place(line, state.get().regions())));
    return new Value.Result(eventId);
  }

  /** Shows that values are looked at; constants are not worth an event. */
  public void use(int line, List<Value> values) {
    List<Value> used = values.stream().filter(value -> !isConstant(value)).toList();
    if (!used.isEmpty()) {
      add(line, event -> place -> new Event.Use(event, place, used));
    }
  }

  private static boolean isConstant(Value value) {
    return value instanceof Value.Constant
        || value instanceof Value.Choice choice
            && choice.values().stream().allMatch(Value.Constant.class::isInstance);
  }

  public Value read(int line, FieldRef field, Optional<Value> receiver) {
    add(line, event -> place -> new Event.Read(event, place, field, receiver));
    return new Value.FieldValue(field, receiver);
  }

  public void write(int line, Value target, Value value, boolean compound) {
    boolean dependsOnOld = compound || dependsOnOld(target, value);
    add(line, event -> place -> new Event.Write(event, place, target, value, dependsOnOld));
  }

  /** Whether an element depends on the old one is not known: its index is not a fact. */
  private static boolean dependsOnOld(Value target, Value value) {
    return target instanceof Value.FieldValue && Values.contains(value, target);
  }

  public Value newArray(int line, String elementType) {
    return add(line, event -> place -> new Event.NewArray(event, place, elementType));
  }

  /** A call of a method; {@code captures} is what a new local class takes along. */
  public Value call(
      int line,
      MethodRef target,
      Receiver receiver,
      List<Value> arguments,
      Want want,
      Map<String, Value> captures,
      Optional<CallSpans> spans) {
    return add(
        line,
        event ->
            place ->
                new Event.Call(
                    event,
                    place,
                    target,
                    receiver.dispatch(),
                    receiver.type(),
                    receiver.value(),
                    arguments,
                    want.sink(),
                    want.local(),
                    captures,
                    spans));
  }

  /** A call without arguments that the compiler adds. */
  public Value addedCall(
      int line, MethodRef target, String receiverType, Value receiver, Want want) {
    return call(
        line,
        target,
        new Receiver(Optional.of(receiver), receiverType, Event.Dispatch.VIRTUAL),
        List.of(),
        want.of(target),
        Map.of(),
        Optional.empty());
  }

  public void returned(int line, Optional<Value> value) {
    add(line, event -> place -> new Event.Return(event, place, value));
    end();
  }

  public void thrown(int line, Value value) {
    add(line, event -> place -> new Event.Throw(event, place, value));
    end();
  }

  public void locked(Value monitor, Runnable block) {
    int region = region(next -> new Region.Lock(next, monitor));
    enter(region);
    block.run();
    leave(region);
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

  private State<V> leave(State<V> at, int region) {
    int index = at.regions().indexOf(region);
    if (index < 0) {
      return at;
    }
    return outOf(at, at.regions().subList(0, index));
  }

  /** The state outside of all but the given regions, with the conditions that still hold. */
  State<V> outOf(State<V> at, List<Integer> around) {
    State<V> after = at.in(List.copyOf(around));
    for (int inner : at.regions().subList(around.size(), at.regions().size())) {
      if (regions.get(inner) instanceof Region.Branch branch) {
        after =
            after.within(
                region(next -> new Region.Branch(next, branch.condition(), branch.outcome())));
      }
    }
    return after;
  }

  public void declare(V local) {
    declared.add(local);
  }

  public void declare(V local, Value value) {
    declared.add(local);
    assign(local, value);
  }

  public void assign(V local, Value value) {
    assign(local, value instanceof Value.Choice choice ? choice.values() : List.of(value));
  }

  private void assign(V local, Collection<Value> values) {
    Set<Value> set = new LinkedHashSet<>(values);
    state = state.map(at -> at.assign(local, set));
    for (Tries.Watch<V> watch : watches) {
      Set<Value> before = watch.seen.locals().getOrDefault(local, Set.of());
      watch.seen = watch.seen.assign(local, State.union(before, set));
    }
  }

  /** What a local variable may hold here. */
  public Value local(V local) {
    if (declared.contains(local)) {
      return state
          .map(at -> at.locals().get(local))
          .map(Values::choice)
          .orElse(Value.UNKNOWN);
    }
    String name = names.apply(local);
    for (Optional<BodyBuilder<V>> outer = parent; outer.isPresent(); outer = outer.get().parent) {
      if (outer.get().declared.contains(local)) {
        captured.putIfAbsent(name, local);
        break;
      }
    }
    return new Value.Captured(name);
  }

  /** The locals of the bodies around this one that it has read, by name. */
  public Map<String, V> captured() {
    return captured;
  }

  /** What the body around this one gives for each captured local. */
  public Map<String, Value> captures() {
    Map<String, Value> values = new TreeMap<>();
    parent.ifPresent(
        outer -> captured.forEach((name, local) -> values.put(name, outer.local(local))));
    return values;
  }

  /** The finished body: no placeholders, only regions that hold events, numbered as they appear. */
  public Body finish() {
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
