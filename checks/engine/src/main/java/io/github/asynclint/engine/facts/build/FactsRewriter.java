package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Place;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Replaces the placeholders and region numbers of events and regions. */
final class FactsRewriter {
  private final UnaryOperator<Value> resolve;
  private final IntUnaryOperator regions;

  FactsRewriter(UnaryOperator<Value> resolve, IntUnaryOperator regions) {
    this.resolve = resolve;
    this.regions = regions;
  }

  Event event(Event event) {
    Place place = place(event.place());
    if (event instanceof Event.Call call) {
      return new Event.Call(
          call.id(),
          place,
          call.target(),
          call.dispatch(),
          call.receiverType(),
          value(call.receiver()),
          values(call.arguments()),
          call.sink(),
          call.local(),
          values(call.captures()),
          call.spans());
    } else if (event instanceof Event.FunctionObject function) {
      Event.Code code = function.code();
      if (code instanceof Event.Code.Reference reference) {
        code =
            new Event.Code.Reference(
                reference.method(), reference.dispatch(), value(reference.receiver()));
      }
      return new Event.FunctionObject(
          function.id(),
          place,
          code,
          function.interfaceType(),
          function.voidSlot(),
          values(function.captures()),
          function.span());
    } else if (event instanceof Event.NewArray array) {
      return new Event.NewArray(array.id(), place, array.elementType());
    } else if (event instanceof Event.Read read) {
      return new Event.Read(read.id(), place, read.field(), value(read.receiver()));
    } else if (event instanceof Event.Write write) {
      return new Event.Write(
          write.id(), place, value(write.target()), value(write.value()), write.compound());
    } else if (event instanceof Event.Return returned) {
      return new Event.Return(returned.id(), place, value(returned.value()));
    } else if (event instanceof Event.Throw thrown) {
      return new Event.Throw(thrown.id(), place, value(thrown.value()));
    }
    Event.Use use = (Event.Use) event;
    return new Event.Use(use.id(), place, values(use.values()));
  }

  Region region(Region region) {
    int id = regions.applyAsInt(region.id());
    if (region instanceof Region.Loop) {
      return new Region.Loop(id);
    } else if (region instanceof Region.Branch branch) {
      return new Region.Branch(id, value(branch.condition()), branch.outcome());
    } else if (region instanceof Region.Try) {
      return new Region.Try(id);
    } else if (region instanceof Region.Catch caught) {
      return new Region.Catch(id, regions.applyAsInt(caught.tryId()), caught.types());
    } else if (region instanceof Region.Finally after) {
      return new Region.Finally(id, regions.applyAsInt(after.tryId()));
    }
    return new Region.Lock(id, value(((Region.Lock) region).monitor()));
  }

  private Place place(Place place) {
    return place.regions().isEmpty()
        ? place
        : new Place(
            place.line(),
            place.regions().stream().map(regions::applyAsInt).sorted().toList());
  }

  private Value value(Value value) {
    return caught(resolve.apply(value));
  }

  /** A caught exception names its region, which has a new number. */
  private Value caught(Value value) {
    if (value instanceof Value.Caught caught) {
      return new Value.Caught(regions.applyAsInt(caught.region()));
    } else if (value instanceof Value.Choice choice) {
      return new Value.Choice(choice.values().stream().map(this::caught).toList());
    } else if (value instanceof Value.Operation operation) {
      return new Value.Operation(
          operation.operator(), operation.operands().stream().map(this::caught).toList());
    } else if (value instanceof Value.Element element) {
      return new Value.Element(caught(element.array()));
    } else if (value instanceof Value.FieldValue field) {
      return new Value.FieldValue(field.field(), field.receiver().map(this::caught));
    }
    return value;
  }

  private Optional<Value> value(Optional<Value> value) {
    return value.map(this::value);
  }

  private List<Value> values(List<Value> values) {
    if (values.isEmpty()) {
      return values;
    }
    List<Value> found = new ArrayList<>(values.size());
    for (Value value : values) {
      found.add(value(value));
    }
    return found;
  }

  private Map<String, Value> values(Map<String, Value> values) {
    Map<String, Value> resolved = new TreeMap<>();
    values.forEach((name, value) -> resolved.put(name, value(value)));
    return resolved;
  }
}
