package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from the facts of one body: who uses a value, and what stands before, in or around what? */
public final class BodyView {
  private final Callable callable;
  private final List<Event.Call> calls;
  private final List<Event.FunctionObject> functions;
  private final Map<Value, List<Use>> uses = new HashMap<>();

  /** How an event uses a value. */
  public enum UseKind {
    RECEIVER,
    /** {@link Use#index()} tells which argument. */
    ARGUMENT,
    /** Captured by the function object or the new local object; {@link Use#name()} tells as what. */
    CAPTURED,
    /** The bound receiver of a method reference. */
    BOUND,
    RETURNED,
    THROWN,
    /** Written to a field or an array element. */
    WRITTEN,
    /** Looked at in a condition, in an operand, as a monitor, as an array. */
    LOOKED_AT
  }

  /** A use of a value by an event. */
  public record Use(UseKind kind, Event event, int index, String name) {}

  public BodyView(Callable callable) {
    this.callable = callable;
    this.calls = only(Event.Call.class, events());
    this.functions = only(Event.FunctionObject.class, events());
    for (Event event : callable.body().events()) {
      collect(event);
    }
    for (Region region : callable.body().regions()) {
      if (region instanceof Region.Lock lock && !callable.body().events().isEmpty()) {
        add(lock.monitor(), UseKind.LOOKED_AT, callable.body().events().get(0), -1, "");
      }
    }
  }

  public Callable callable() {
    return callable;
  }

  public CallableId id() {
    return callable.id();
  }

  public List<Event> events() {
    return callable.body().events();
  }

  /** The calls among the events. */
  public List<Event.Call> calls() {
    return calls;
  }

  /** The lambdas and method references among the events. */
  public List<Event.FunctionObject> functions() {
    return functions;
  }

  private static <T> List<T> only(Class<T> kind, List<? super T> all) {
    List<T> found = new ArrayList<>();
    for (Object each : all) {
      if (kind.isInstance(each)) {
        found.add(kind.cast(each));
      }
    }
    return found.isEmpty() ? List.of() : Collections.unmodifiableList(found);
  }

  /** The call with that event id; empty when the event is no call. */
  public Optional<Event.Call> call(Value value) {
    return value instanceof Value.Result result
            && events().get(result.event()) instanceof Event.Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  public Optional<Event.FunctionObject> function(Value value) {
    return value instanceof Value.Result result
            && events().get(result.event()) instanceof Event.FunctionObject function
        ? Optional.of(function)
        : Optional.empty();
  }

  /** All uses of the value, in order; a choice of it counts as a use of it. */
  public List<Use> uses(Value value) {
    return uses.getOrDefault(value, List.of());
  }

  public List<Use> usesOfResult(Event event) {
    return uses(new Value.Result(event.id()));
  }

  /** The regions around an event, outermost first. */
  public List<Region> regions(Event event) {
    List<Integer> numbers = event.place().regions();
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<Region> regions = new ArrayList<>(numbers.size());
    for (int number : numbers) {
      regions.add(callable.body().regions().get(number));
    }
    return regions;
  }

  public boolean isInLoop(Event event) {
    return isIn(Region.Loop.class, event);
  }

  public boolean isConditional(Event event) {
    return isIn(Region.Branch.class, event) || isIn(Region.Catch.class, event);
  }

  public boolean isInCatch(Event event) {
    return isIn(Region.Catch.class, event);
  }

  public boolean isLocked(Event event) {
    return isIn(Region.Lock.class, event);
  }

  private boolean isIn(Class<? extends Region> kind, Event event) {
    for (int number : event.place().regions()) {
      if (kind.isInstance(callable.body().regions().get(number))) {
        return true;
      }
    }
    return false;
  }

  /** The branch regions around an event: conditions whose outcome is known there. */
  public List<Region.Branch> guards(Event event) {
    return only(Region.Branch.class, regions(event));
  }

  /** Whether {@code first} has always happened when {@code second} does. */
  public boolean dominates(Event first, Event second) {
    if (first.id() >= second.id()) {
      return false;
    }
    Set<Integer> around = new HashSet<>(second.place().regions());
    for (Region region : regions(first)) {
      boolean optional =
          region instanceof Region.Branch
              || region instanceof Region.Catch
              || region instanceof Region.Loop;
      if (optional && !around.contains(region.id())) {
        return false;
      }
    }
    return true;
  }

  /** The values that the body returns, choices taken apart. */
  public List<Value> returned() {
    List<Value> values = new ArrayList<>();
    for (Event event : events()) {
      if (event instanceof Event.Return returned) {
        returned.value().ifPresent(value -> values.addAll(alternatives(value)));
      }
    }
    return values;
  }

  /** The values that a value may be: those of a choice, else itself. */
  public static List<Value> alternatives(Value value) {
    if (value instanceof Value.Choice choice) {
      List<Value> all = new ArrayList<>();
      choice.values().forEach(each -> all.addAll(alternatives(each)));
      return all;
    }
    return List.of(value);
  }

  private void collect(Event event) {
    if (event instanceof Event.Call call) {
      call.receiver().ifPresent(value -> add(value, UseKind.RECEIVER, event, -1, ""));
      for (int i = 0; i < call.arguments().size(); i++) {
        add(call.arguments().get(i), UseKind.ARGUMENT, event, i, "");
      }
      call.captures().forEach((name, value) -> add(value, UseKind.CAPTURED, event, -1, name));
    } else if (event instanceof Event.FunctionObject function) {
      function.captures().forEach((name, value) -> add(value, UseKind.CAPTURED, event, -1, name));
      if (function.code() instanceof Event.Code.Reference reference) {
        reference.receiver().ifPresent(value -> add(value, UseKind.BOUND, event, -1, ""));
      }
    } else if (event instanceof Event.Write write) {
      add(write.value(), UseKind.WRITTEN, event, -1, "");
      if (write.target() instanceof Value.Element element) {
        add(element.array(), UseKind.LOOKED_AT, event, -1, "");
      } else if (write.target() instanceof Value.FieldValue field) {
        field.receiver().ifPresent(value -> add(value, UseKind.LOOKED_AT, event, -1, ""));
      }
    } else if (event instanceof Event.Read read) {
      read.receiver().ifPresent(value -> add(value, UseKind.LOOKED_AT, event, -1, ""));
    } else if (event instanceof Event.Return returned) {
      returned.value().ifPresent(value -> add(value, UseKind.RETURNED, event, -1, ""));
    } else if (event instanceof Event.Throw thrown) {
      add(thrown.value(), UseKind.THROWN, event, -1, "");
    } else if (event instanceof Event.Use use) {
      use.values().forEach(value -> add(value, UseKind.LOOKED_AT, event, -1, ""));
    }
  }

  private void add(Value value, UseKind kind, Event event, int index, String name) {
    if (value instanceof Value.Choice choice) {
      choice.values().forEach(each -> add(each, kind, event, index, name));
    } else if (value instanceof Value.Operation operation) {
      operation
          .operands()
          .forEach(each -> add(each, UseKind.LOOKED_AT, event, index, name));
    } else if (value instanceof Value.Element element) {
      add(element.array(), UseKind.LOOKED_AT, event, index, name);
      uses.computeIfAbsent(value, key -> new ArrayList<>()).add(new Use(kind, event, index, name));
    } else {
      uses.computeIfAbsent(value, key -> new ArrayList<>()).add(new Use(kind, event, index, name));
      if (value instanceof Value.FieldValue field) {
        field.receiver().ifPresent(each -> add(each, UseKind.LOOKED_AT, event, index, name));
      }
    }
  }
}
