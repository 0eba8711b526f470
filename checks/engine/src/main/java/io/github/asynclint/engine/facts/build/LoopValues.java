package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values does a local carry around a loop?
 *
 * <p>At the head of a loop the values that its body will assign are not known yet; a placeholder
 * stands for them and is replaced once the whole body has been read. A value that would contain itself
 * (an accumulator) contains the unknown value instead.
 */
final class LoopValues {
  /** No Java variable has this in its name, so placeholders cannot be mistaken for captures. */
  private static final String MARK = "\0loop";

  private final List<Set<Value>> inputs = new ArrayList<>();

  Value open(Set<Value> atEntry) {
    inputs.add(new LinkedHashSet<>(atEntry));
    return new Value.Captured(MARK + (inputs.size() - 1));
  }

  void add(Value placeholder, Set<Value> carried) {
    inputs.get(index(placeholder)).addAll(carried);
  }

  /** The value without placeholders. */
  Value resolve(Value value) {
    return inputs.isEmpty() ? value : resolve(value, false);
  }

  /** {@code carried}: inside a value that a loop carries, where another one would nest without end. */
  private Value resolve(Value value, boolean carried) {
    if (isPlaceholder(value)) {
      return carried
          ? Value.UNKNOWN
          : Values.choice(sources(value).stream().map(source -> resolve(source, true)).toList());
    } else if (value instanceof Value.Choice choice) {
      return Values.choice(choice.values().stream().map(part -> resolve(part, carried)).toList());
    } else if (value instanceof Value.Operation operation) {
      return Values.operation(
          operation.operator(),
          operation.operands().stream().map(part -> resolve(part, carried)).toList());
    } else if (value instanceof Value.Element element) {
      return Values.element(resolve(element.array(), carried));
    } else if (value instanceof Value.FieldValue field) {
      Optional<Value> receiver = field.receiver().map(part -> resolve(part, carried));
      return new Value.FieldValue(field.field(), receiver);
    }
    return value;
  }

  /** What flows into a placeholder, directly or through other placeholders. */
  private Set<Value> sources(Value placeholder) {
    Set<Value> seen = new LinkedHashSet<>();
    Set<Value> sources = new LinkedHashSet<>();
    collect(placeholder, seen, sources);
    return sources;
  }

  private void collect(Value value, Set<Value> seen, Set<Value> sources) {
    if (isPlaceholder(value)) {
      if (seen.add(value)) {
        inputs.get(index(value)).forEach(input -> collect(input, seen, sources));
      }
    } else if (value instanceof Value.Choice choice) {
      choice.values().forEach(part -> collect(part, seen, sources));
    } else {
      sources.add(value);
    }
  }

  private static boolean isPlaceholder(Value value) {
    return value instanceof Value.Captured captured && captured.name().startsWith(MARK);
  }

  private static int index(Value placeholder) {
    return Integer.parseInt(((Value.Captured) placeholder).name().substring(MARK.length()));
  }
}
