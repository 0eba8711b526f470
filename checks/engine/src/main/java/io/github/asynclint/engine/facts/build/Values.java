package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How are values composed so that they stay small?
 *
 * <p>A hash function in straight-line code doubles the size of its value with each step; beyond a bound
 * operands become unknown.
 */
public final class Values {
  private static final int MAX_SIZE = 96;
  private static final int MAX_CHOICES = 48;

  public static final Value TRUE = new Value.Constant("true");
  public static final Value FALSE = new Value.Constant("false");

  /** A boolean that was computed by branching, as the compiler lays it out. */
  public static final Value EITHER = new Value.Choice(List.of(TRUE, FALSE));

  private Values() {}

  public static Value choice(Collection<Value> values) {
    Set<Value> flat = new LinkedHashSet<>();
    for (Value value : values) {
      if (value instanceof Value.Choice choice) {
        flat.addAll(choice.values());
      } else {
        flat.add(value);
      }
    }
    if (flat.size() == 1) {
      return flat.iterator().next();
    }
    return flat.isEmpty() || flat.size() > MAX_CHOICES
        ? Value.UNKNOWN
        : bounded(new Value.Choice(List.copyOf(flat)));
  }

  public static Value operation(String operator, List<Value> operands) {
    return bounded(new Value.Operation(operator, operands));
  }

  public static Value element(Value array) {
    return bounded(new Value.Element(array));
  }

  /** A compile-time constant as a fact shows it: strings and characters are quoted and escaped. */
  public static Value constant(Object constant) {
    if (constant instanceof String text) {
      return new Value.Constant("\"" + escaped(text) + "\"");
    } else if (constant instanceof Character letter) {
      return new Value.Constant("'" + escaped(letter.toString()) + "'");
    }
    return new Value.Constant(String.valueOf(constant));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return out.toString();
  }

  /** Whether {@code part} occurs in {@code whole}. */
  public static boolean contains(Value whole, Value part) {
    return whole.equals(part) || parts(whole).stream().anyMatch(inner -> contains(inner, part));
  }

  private static Value bounded(Value value) {
    if (size(value) <= MAX_SIZE) {
      return value;
    }
    if (value instanceof Value.Operation operation) {
      List<Value> operands = new ArrayList<>();
      for (Value operand : operation.operands()) {
        operands.add(parts(operand).isEmpty() ? operand : Value.UNKNOWN);
      }
      return operands.size() < MAX_SIZE
          ? new Value.Operation(operation.operator(), operands)
          : Value.UNKNOWN;
    }
    return Value.UNKNOWN;
  }

  private static int size(Value value) {
    int size = 1;
    for (Value part : parts(value)) {
      size += size(part);
    }
    return size;
  }

  private static List<Value> parts(Value value) {
    if (value instanceof Value.Operation operation) {
      return operation.operands();
    } else if (value instanceof Value.Choice choice) {
      return choice.values();
    } else if (value instanceof Value.Element element) {
      return List.of(element.array());
    } else if (value instanceof Value.FieldValue field) {
      return field.receiver().map(List::of).orElse(List.of());
    }
    return List.of();
  }
}
