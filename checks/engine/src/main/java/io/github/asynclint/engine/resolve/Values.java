package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What do the values of an anonymous class's method mean in a lambda in its place?
 *
 * @param type the class around, whose instance is {@code this} in the lambda; "" outside of any class
 *     that is replaced
 * @param replaced the anonymous classes around: a lambda has no instance of them
 */
record Values(String type, Set<String> replaced) {
  static final Values SAME = new Values("", Set.of());

  static Values inside(String type, Values around, FunctionClasses.Function function) {
    Set<String> replaced = new HashSet<>(around.replaced());
    replaced.add(function.body().owner());
    return new Values(type, Set.copyOf(replaced));
  }

  Value map(Value value) {
    if (replaced.isEmpty()) {
      return value;
    } else if (value instanceof Value.This) {
      return Value.UNKNOWN;
    } else if (value instanceof Value.Outer outer) {
      return outer.type().equals(type)
          ? Value.THIS
          : replaced.contains(outer.type()) ? Value.UNKNOWN : value;
    } else if (value instanceof Value.FieldValue field) {
      return new Value.FieldValue(field.field(), map(field.receiver()));
    } else if (value instanceof Value.Element element) {
      return new Value.Element(map(element.array()));
    } else if (value instanceof Value.Choice choice) {
      List<Value> values = map(choice.values()).stream().distinct().toList();
      return values.size() == 1 ? values.get(0) : new Value.Choice(values);
    } else if (value instanceof Value.Operation operation) {
      return new Value.Operation(operation.operator(), map(operation.operands()));
    }
    return value;
  }

  private Optional<Value> map(Optional<Value> value) {
    return value.map(this::map);
  }

  private List<Value> map(List<Value> values) {
    return values.stream().map(this::map).toList();
  }

  private Map<String, Value> map(Map<String, Value> values) {
    Map<String, Value> mapped = new TreeMap<>();
    values.forEach((name, value) -> mapped.put(name, map(value)));
    return mapped;
  }

  Region map(Region region) {
    if (region instanceof Region.Branch branch) {
      return new Region.Branch(branch.id(), map(branch.condition()), branch.outcome());
    } else if (region instanceof Region.Lock lock) {
      return new Region.Lock(lock.id(), map(lock.monitor()));
    }
    return region;
  }

  Event map(Event event) {
    if (replaced.isEmpty()) {
      return event;
    } else if (event instanceof Event.Call call) {
      return new Event.Call(
          call.id(),
          call.place(),
          call.target(),
          call.dispatch(),
          call.receiverType(),
          map(call.receiver()),
          map(call.arguments()),
          call.sink(),
          call.local(),
          map(call.captures()),
          call.spans());
    } else if (event instanceof Event.FunctionObject function) {
      return new Event.FunctionObject(
          function.id(),
          function.place(),
          function.code() instanceof Event.Code.Reference reference
              ? new Event.Code.Reference(
                  reference.method(), reference.dispatch(), map(reference.receiver()))
              : function.code(),
          function.interfaceType(),
          function.voidSlot(),
          map(function.captures()),
          function.span());
    } else if (event instanceof Event.Read read) {
      return new Event.Read(read.id(), read.place(), read.field(), map(read.receiver()));
    } else if (event instanceof Event.Write write) {
      return new Event.Write(
          write.id(), write.place(), map(write.target()), map(write.value()), write.compound());
    } else if (event instanceof Event.Return returned) {
      return new Event.Return(returned.id(), returned.place(), map(returned.value()));
    } else if (event instanceof Event.Throw thrown) {
      return new Event.Throw(thrown.id(), thrown.place(), map(thrown.value()));
    } else if (event instanceof Event.Use use) {
      return new Event.Use(use.id(), use.place(), map(use.values()));
    }
    return event;
  }

  /** The captured variables that a body mentions, in alphabetical order. */
  static Set<String> captured(Body body) {
    Set<String> names = new TreeSet<>();
    for (Event event : body.events()) {
      if (event instanceof Event.Call call) {
        call.receiver().ifPresent(value -> collect(value, names));
        call.arguments().forEach(value -> collect(value, names));
        call.captures().values().forEach(value -> collect(value, names));
      } else if (event instanceof Event.FunctionObject function) {
        function.captures().values().forEach(value -> collect(value, names));
        if (function.code() instanceof Event.Code.Reference reference) {
          reference.receiver().ifPresent(value -> collect(value, names));
        }
      } else if (event instanceof Event.Read read) {
        read.receiver().ifPresent(value -> collect(value, names));
      } else if (event instanceof Event.Write write) {
        collect(write.target(), names);
        collect(write.value(), names);
      } else if (event instanceof Event.Return returned) {
        returned.value().ifPresent(value -> collect(value, names));
      } else if (event instanceof Event.Throw thrown) {
        collect(thrown.value(), names);
      } else if (event instanceof Event.Use use) {
        use.values().forEach(value -> collect(value, names));
      }
    }
    for (Region region : body.regions()) {
      if (region instanceof Region.Branch branch) {
        collect(branch.condition(), names);
      } else if (region instanceof Region.Lock lock) {
        collect(lock.monitor(), names);
      }
    }
    return names;
  }

  private static void collect(Value value, Set<String> names) {
    if (value instanceof Value.Captured captured) {
      names.add(captured.name());
    } else if (value instanceof Value.FieldValue field) {
      field.receiver().ifPresent(receiver -> collect(receiver, names));
    } else if (value instanceof Value.Element element) {
      collect(element.array(), names);
    } else if (value instanceof Value.Choice choice) {
      choice.values().forEach(each -> collect(each, names));
    } else if (value instanceof Value.Operation operation) {
      operation.operands().forEach(each -> collect(each, names));
    }
  }
}
