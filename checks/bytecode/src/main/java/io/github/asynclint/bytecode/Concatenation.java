package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which operands does a string concatenation join? */
final class Concatenation {
  private Concatenation() {}

  static boolean is(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory");
  }

  /** The {@code String.valueOf} by which javac fixes an operand's text before the next one runs. */
  static boolean isInserted(Code code, int index) {
    if (code.opcode(index) != Opcodes.INVOKESTATIC
        || !(code.instructions[index] instanceof MethodInsnNode call)
        || !call.owner.equals("java/lang/String")
        || !call.name.equals("valueOf")
        || !call.desc.equals("(Ljava/lang/Object;)Ljava/lang/String;")) {
      return false;
    }
    int taker = code.taker(index);
    return taker >= 0
        && code.instructions[taker] instanceof InvokeDynamicInsnNode dynamic
        && is(dynamic);
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
