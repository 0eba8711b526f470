package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which operands is a string put together? Adjacent constants are one operand, an empty one none, as
 * in the compiled code.
 */
public final class Concatenation {
  private final List<Value> operands = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();

  public void addConstant(String text) {
    pending.append(text);
  }

  public void add(Value value) {
    flush();
    operands.add(value);
  }

  private void flush() {
    if (pending.length() > 0) {
      operands.add(Values.constant(pending.toString()));
      pending.setLength(0);
    }
  }

  public Value value() {
    flush();
    return Values.operation("+", operands);
  }
}
