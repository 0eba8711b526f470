package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Which operands does a string concatenation join? */
final class Concatenation {
  private Concatenation() {}

  static boolean is(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory");
  }

  static Value value(InvokeDynamicInsnNode dynamic, List<Value> arguments) {
    List<Value> operands = new ArrayList<>();
    if (dynamic.bsmArgs.length == 0 || !(dynamic.bsmArgs[0] instanceof String recipe)) {
      arguments.forEach(argument -> add(operands, argument));
      return new Value.Operation("+", operands);
    }
    int argument = 0;
    int constant = 1;
    StringBuilder text = new StringBuilder();
    for (char letter : recipe.toCharArray()) {
      if (letter == 1 && argument < arguments.size()) {
        flush(text, operands);
        add(operands, arguments.get(argument++));
      } else if (letter == 2 && constant < dynamic.bsmArgs.length) {
        flush(text, operands);
        operands.add(Values.constant(dynamic.bsmArgs[constant++]));
      } else {
        text.append(letter);
      }
    }
    flush(text, operands);
    return new Value.Operation("+", operands);
  }

  private static void flush(StringBuilder text, List<Value> operands) {
    if (text.length() > 0) {
      operands.add(Values.constant(text.toString()));
      text.setLength(0);
    }
  }

  private static void add(List<Value> operands, Value value) {
    if (value instanceof Value.Operation inner
        && inner.operator().equals("+")
        && inner.operands().stream().anyMatch(Concatenation::isText)) {
      operands.addAll(inner.operands());
    } else {
      operands.add(value);
    }
  }

  private static boolean isText(Value value) {
    return value instanceof Value.Constant constant && constant.text().startsWith("\"");
  }
}
