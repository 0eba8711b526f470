package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What does a conditional jump ask, and which answer makes it jump? */
final class Conditions {
  private static final Value ZERO = new Value.Constant("0");

  private final Code code;
  private final Entry entry;
  private final Values values;
  private final Desugaring desugaring;

  /** A condition, what it looks at, and the outcome on which control jumps. */
  record Condition(Value value, List<Value> operands, boolean jumpsOn) {}

  Conditions(Code code, Entry entry, Values values, Desugaring desugaring) {
    this.code = code;
    this.entry = entry;
    this.values = values;
    this.desugaring = desugaring;
  }

  Condition of(int jump) {
    int opcode = code.opcode(jump);
    if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
      return comparison("==", values.operand(jump, 0), Value.NULL, opcode == Opcodes.IFNULL);
    } else if (opcode >= Opcodes.IF_ICMPEQ) {
      boolean references = opcode >= Opcodes.IF_ACMPEQ;
      int kind = opcode - (references ? Opcodes.IF_ACMPEQ : Opcodes.IF_ICMPEQ);
      return comparison(kind, values.operand(jump, 1), values.operand(jump, 0));
    }
    int kind = opcode - Opcodes.IFEQ;
    Origins operand = code.stack(jump, 0);
    int made = operand.instruction();
    if (made >= 0 && code.opcode(made) >= Opcodes.LCMP && code.opcode(made) <= Opcodes.DCMPG) {
      return comparison(kind, values.operand(made, 1), values.operand(made, 0));
    } else if (kind < 2 && isBoolean(operand)) {
      Value value = Values.typed(values.of(operand), Type.BOOLEAN_TYPE);
      return new Condition(value, looked(value), kind == 1);
    }
    return comparison(kind, values.of(operand), ZERO);
  }

  /** The kinds in the order of the opcodes: ==, !=, <, >=, >, <=. */
  private static Condition comparison(int kind, Value left, Value right) {
    String operator = kind < 2 ? "==" : kind < 4 ? "<" : ">";
    boolean plain = kind == 0 || kind == 2 || kind == 4;
    return comparison(operator, left, right, plain);
  }

  private static Condition comparison(String operator, Value left, Value right, boolean plain) {
    Value value = new Value.Operation(operator, List.of(left, right));
    return new Condition(value, looked(value), plain);
  }

  /** What a switch chooses by. */
  Value selector(int index) {
    return values.of(desugaring.selector(index));
  }

  /** The values that a condition looks at, without constants. */
  static List<Value> looked(Value value) {
    List<Value> operands =
        value instanceof Value.Operation operation ? operation.operands() : List.of(value);
    List<Value> looked = new ArrayList<>();
    for (Value operand : operands) {
      boolean constant =
          operand instanceof Value.Constant
              || operand instanceof Value.Choice choice
                  && choice.values().stream().allMatch(Value.Constant.class::isInstance);
      if (!constant) {
        looked.add(operand);
      }
    }
    return looked;
  }

  private boolean isBoolean(Origins origins) {
    boolean only01 = true;
    for (int i = 0; i < origins.count(); i++) {
      int id = origins.id(i);
      boolean constant = id >= 0 && id < Origins.HANDLER && is01(id);
      if (!constant && !isBoolean(id, 0)) {
        return false;
      }
      only01 &= constant;
    }
    // A lone 0 or 1 may be a number; 0 or 1 from several places is a condition's outcome.
    return !only01 || origins.count() > 1;
  }

  private boolean is01(int index) {
    return code.opcode(index) == Opcodes.ICONST_0 || code.opcode(index) == Opcodes.ICONST_1;
  }

  private boolean isBoolean(int id, int depth) {
    if (id < 0) {
      return entry.isBoolean(-1 - id);
    } else if (id >= Origins.HANDLER || depth > 4) {
      return false;
    }
    AbstractInsnNode instruction = code.instructions[id];
    if (instruction instanceof MethodInsnNode call) {
      return call.desc.endsWith(")Z");
    } else if (instruction instanceof FieldInsnNode field) {
      return field.desc.equals("Z");
    }
    return switch (instruction.getOpcode()) {
      case Opcodes.INSTANCEOF -> true;
      case Opcodes.IAND, Opcodes.IOR, Opcodes.IXOR ->
          isBoolean(code.stack(id, 0), depth) || isBoolean(code.stack(id, 1), depth);
      default -> false;
    };
  }

  /** Whether the array surely holds booleans; the same instruction stores bytes. */
  boolean isBooleanArray(Origins origins) {
    int id = origins.count() == 1 ? origins.id(0) : Origins.HANDLER;
    if (id < 0) {
      return entry.isBooleanArray(-1 - id);
    } else if (id >= Origins.HANDLER) {
      return false;
    }
    AbstractInsnNode instruction = code.instructions[id];
    if (instruction instanceof IntInsnNode array) {
      return array.getOpcode() == Opcodes.NEWARRAY && array.operand == Opcodes.T_BOOLEAN;
    } else if (instruction instanceof FieldInsnNode field) {
      return field.desc.equals("[Z");
    }
    return instruction instanceof MethodInsnNode call && call.desc.endsWith(")[Z");
  }

  private boolean isBoolean(Origins origins, int depth) {
    return origins.count() > 0 && isBoolean(origins.id(0), depth + 1);
  }
}
