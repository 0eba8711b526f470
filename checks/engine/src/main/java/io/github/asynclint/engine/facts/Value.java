package io.github.asynclint.engine.facts;

import java.util.List;
import java.util.Optional;

/**
 * Where a value comes from, as seen inside one body.
 *
 * <p>Local variables do not appear: a use of a local stands for the values that may reach it (a {@link
 * Choice} where there are several; an adapter may take all assignments of the variable). Casts, boxing,
 * parentheses and pattern bindings are transparent.
 */
public sealed interface Value {
  /** The receiver of the method; in a lambda, that of the enclosing method. */
  record This() implements Value {}

  /** An enclosing instance of a class, from inside an inner, local or anonymous class. */
  record Outer(String type) implements Value {}

  /** The parameter with that index (from 0) of the body itself. */
  record Parameter(int index) implements Value {}

  /** A variable of an enclosing body, captured by a lambda or by a local or anonymous class. */
  record Captured(String name) implements Value {}

  /** What the {@link Event.Call}, {@link Event.FunctionObject} or {@link Event.NewArray} yields. */
  record Result(int event) implements Value {}

  /** The content of a field; {@code receiver} is empty for a static one. */
  record FieldValue(FieldRef field, Optional<Value> receiver) implements Value {}

  /** An element of an array. */
  record Element(Value array) implements Value {}

  /**
   * A literal or constant expression: {@code null}, a number, a boolean, a character, a string in
   * double quotes, or a class as {@code Name.class}. An enum constant is a {@link FieldValue}.
   */
  record Constant(String text) implements Value {
    public boolean isNull() {
      return text.equals("null");
    }
  }

  /** The exception that a catch clause caught; {@code region} is the {@link Region.Catch}. */
  record Caught(int region) implements Value {}

  /** One of several values: a conditional expression, or a local with several assignments. */
  record Choice(List<Value> values) implements Value {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /**
   * An operator applied to values. {@code operator} is {@code +} for string concatenation (all
   * operands in one list), {@code instanceof Type}, {@code length}, or the Java token.
   */
  record Operation(String operator, List<Value> operands) implements Value {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** Nothing is known of the value. */
  record Unknown() implements Value {}

  Value UNKNOWN = new Unknown();
  Value THIS = new This();
  Value NULL = new Constant("null");
}
