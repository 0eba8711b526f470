package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Which value of the facts does an origin stand for? */
final class Values {
  /** Operations nested deeper than this are unknown inside; their text would grow without bound. */
  private static final int DEEP = 6;

  /** So many origins are looked at for one value; what is left then is unknown. */
  private static final int WORK = 300;

  /** A value with more parts is unknown: parts that are shared would double with each operation. */
  private static final int HEAVY = 200;

  private static final Map<Integer, String> OPERATORS = operators();

  private final Code code;
  private final Entry entry;
  private final Headers headers;
  private final Copies copies;
  private final int[] eventOf;
  private final Map<Integer, Integer> caught;
  private final Map<Integer, Value> known = new HashMap<>();
  private final Set<Integer> open = new LinkedHashSet<>();
  private int depth;
  private int work;

  /**
   * @param eventOf the event of each instruction that yields a result, -1 for the others
   * @param caught the region of each catch clause by its handler
   */
  Values(
      Code code,
      Entry entry,
      Headers headers,
      Copies copies,
      int[] eventOf,
      Map<Integer, Integer> caught) {
    this.code = code;
    this.entry = entry;
    this.headers = headers;
    this.copies = copies;
    this.eventOf = eventOf;
    this.caught = caught;
  }

  Value operand(int index, int depth) {
    return of(code.stack(index, depth));
  }

  /** The operand as a value of that type: 0 and 1 are false and true where it is a boolean. */
  Value operand(int index, int depth, Type type) {
    return typed(operand(index, depth), type);
  }

  static Value typed(Value value, Type type) {
    if (type != Type.BOOLEAN_TYPE && type != Type.CHAR_TYPE) {
      return value;
    }
    if (value instanceof Value.Constant constant) {
      if (type == Type.CHAR_TYPE) {
        return character(constant);
      }
      return switch (constant.text()) {
        case "0" -> new Value.Constant("false");
        case "1" -> new Value.Constant("true");
        default -> value;
      };
    } else if (value instanceof Value.Choice choice) {
      return choice(choice.values().stream().map(one -> typed(one, type)).toList());
    }
    return value;
  }

  private static Value character(Value.Constant constant) {
    try {
      char letter = (char) Integer.parseInt(constant.text());
      return new Value.Constant("'" + escaped(Character.toString(letter)) + "'");
    } catch (NumberFormatException e) {
      return constant;
    }
  }

  Value of(Origins origins) {
    if (origins.isUnknown()) {
      return Value.UNKNOWN;
    }
    if (origins.count() == 1) {
      return of(origins.id(0));
    }
    if (isCarried(origins)) {
      return Value.UNKNOWN;
    }
    List<Value> values = new ArrayList<>();
    // Locals on entry have negative ids; the nearest to zero is the first parameter.
    for (int i = origins.count() - 1; i >= 0; i--) {
      if (origins.id(i) < 0) {
        values.add(of(origins.id(i)));
      }
    }
    for (int i = 0; i < origins.count(); i++) {
      if (origins.id(i) >= 0) {
        values.add(of(origins.id(i)));
      }
    }
    return choice(values);
  }

  /** Whether a loop carries the value that is being made back into itself. */
  private boolean isCarried(Origins origins) {
    for (int i = 0; i < origins.count() && !open.isEmpty(); i++) {
      int id = origins.id(i);
      if (id >= 0 && id < Origins.HANDLER && open.contains(copies.original(id))) {
        return true;
      }
    }
    return false;
  }

  static Value choice(List<Value> values) {
    Set<Value> flat = new LinkedHashSet<>();
    for (Value value : values) {
      if (value instanceof Value.Choice choice) {
        flat.addAll(choice.values());
      } else {
        flat.add(value);
      }
    }
    return flat.size() == 1 ? flat.iterator().next() : new Value.Choice(List.copyOf(flat));
  }

  private Value of(int id) {
    if (id < 0) {
      return entry.value(-1 - id);
    } else if (id >= Origins.HANDLER) {
      Integer region = caught.get(id - Origins.HANDLER);
      return region == null ? Value.UNKNOWN : new Value.Caught(region);
    }
    int index = copies.original(id);
    if (eventOf[index] >= 0 && yieldsResult(index)) {
      return new Value.Result(eventOf[index]);
    }
    Value value = known.get(index);
    if (value != null) {
      return value;
    }
    work = depth == 0 ? 0 : work + 1;
    if (depth >= DEEP || work > WORK || !code.reachable(index) || !open.add(index)) {
      return Value.UNKNOWN;
    }
    depth++;
    value = make(index);
    value = weight(value, HEAVY) > HEAVY ? Value.UNKNOWN : value;
    depth--;
    open.remove(index);
    if (depth == 0) {
      // A value made inside another one may be cut off; it is not kept.
      known.put(index, value);
    }
    return value;
  }

  /** The number of parts of a value, counted no further than just past the limit. */
  private static int weight(Value value, int limit) {
    List<Value> parts = List.of();
    if (value instanceof Value.Operation operation) {
      parts = operation.operands();
    } else if (value instanceof Value.Choice choice) {
      parts = choice.values();
    } else if (value instanceof Value.Element element) {
      parts = List.of(element.array());
    } else if (value instanceof Value.FieldValue field && field.receiver().isPresent()) {
      parts = List.of(field.receiver().get());
    }
    int weight = 1;
    for (int i = 0; i < parts.size() && weight <= limit; i++) {
      weight += weight(parts.get(i), limit - weight);
    }
    return weight;
  }

  private boolean yieldsResult(int index) {
    int opcode = code.opcode(index);
    return opcode != Opcodes.GETFIELD && opcode != Opcodes.GETSTATIC;
  }

  private Value make(int index) {
    AbstractInsnNode instruction = code.instructions[index];
    int opcode = instruction.getOpcode();
    if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.LDC) {
      return constant(instruction);
    } else if (instruction instanceof FieldInsnNode field) {
      return field(index, field);
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      return new Value.Element(operand(index, 1));
    } else if (instruction instanceof IincInsnNode increment) {
      Origins old = code.frames[index].getLocal(increment.var);
      return operation("+", of(old), new Value.Constant(Integer.toString(increment.incr)));
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return Concatenation.is(dynamic) ? concatenation(index, dynamic) : Value.UNKNOWN;
    } else if (instruction instanceof MethodInsnNode) {
      return method(index, (MethodInsnNode) instruction);
    } else if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
      return operation("-", operand(index, 0));
    } else if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
      return operand(index, 0);
    } else if (opcode == Opcodes.ARRAYLENGTH) {
      return operation("length", operand(index, 0));
    } else if (opcode == Opcodes.INSTANCEOF) {
      String type = Names.binary(((TypeInsnNode) instruction).desc);
      return operation("instanceof " + type, operand(index, 0));
    }
    String operator = OPERATORS.get(opcode);
    return operator == null
        ? Value.UNKNOWN
        : operation(operator, operand(index, 1), operand(index, 0));
  }

  private Value method(int index, MethodInsnNode call) {
    if (Boxes.is(call)) {
      Type[] boxed = Type.getArgumentTypes(call.desc);
      return boxed.length == 0 ? operand(index, 0) : operand(index, 0, boxed[0]);
    }
    return Concatenation.isInserted(code, index) ? operand(index, 0) : Value.UNKNOWN;
  }

  private static Value operation(String operator, Value... operands) {
    return new Value.Operation(operator, List.of(operands));
  }

  private Value concatenation(int index, InvokeDynamicInsnNode dynamic) {
    Type[] types = Type.getArgumentTypes(dynamic.desc);
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      arguments.add(operand(index, types.length - 1 - i, types[i]));
    }
    return Concatenation.value(dynamic, arguments);
  }

  private Value field(int index, FieldInsnNode field) {
    boolean isStatic = field.getOpcode() == Opcodes.GETSTATIC;
    if (!isStatic) {
      Value receiver = operand(index, 0);
      boolean own = receiver instanceof Value.This || receiver instanceof Value.Outer;
      if (field.name.startsWith("val$") && own) {
        return new Value.Captured(field.name.substring(4));
      } else if (isOuter(field.name)) {
        return own
            ? new Value.Outer(Type.getType(field.desc).getClassName())
            : Value.UNKNOWN;
      }
      return new Value.FieldValue(
          headers.field(field.owner, field.name, field.desc, false),
          java.util.Optional.of(receiver));
    }
    return new Value.FieldValue(
        headers.field(field.owner, field.name, field.desc, true), java.util.Optional.empty());
  }

  static boolean isOuter(String field) {
    return field.startsWith("this$");
  }

  /** The constant that an instruction pushes. */
  static Value constant(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if (opcode == Opcodes.ACONST_NULL) {
      return Value.NULL;
    } else if (instruction instanceof IntInsnNode number) {
      return new Value.Constant(Integer.toString(number.operand));
    } else if (instruction instanceof LdcInsnNode constant) {
      return constant(constant.cst);
    } else if (opcode <= Opcodes.ICONST_5) {
      return new Value.Constant(Integer.toString(opcode - Opcodes.ICONST_0));
    } else if (opcode <= Opcodes.LCONST_1) {
      return new Value.Constant(Integer.toString(opcode - Opcodes.LCONST_0));
    } else if (opcode <= Opcodes.FCONST_2) {
      return new Value.Constant(Float.toString(opcode - Opcodes.FCONST_0));
    }
    return new Value.Constant(Double.toString(opcode - Opcodes.DCONST_0));
  }

  static Value constant(Object constant) {
    if (constant instanceof String text) {
      return new Value.Constant('"' + escaped(text) + '"');
    } else if (constant instanceof Type type) {
      return type.getSort() == Type.METHOD
          ? Value.UNKNOWN
          : new Value.Constant(type.getClassName() + ".class");
    } else if (constant instanceof Number) {
      return new Value.Constant(constant.toString());
    }
    return Value.UNKNOWN;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        default -> {
          if (letter < ' ') {
            out.append(String.format("\\u%04x", (int) letter));
          } else {
            out.append(letter);
          }
        }
      }
    }
    return out.toString();
  }

  private static Map<Integer, String> operators() {
    Map<Integer, String> operators = new HashMap<>();
    String[] tokens = {"+", "-", "*", "/", "%"};
    for (int i = 0; i < tokens.length; i++) {
      for (int type = 0; type < 4; type++) {
        operators.put(Opcodes.IADD + 4 * i + type, tokens[i]);
      }
    }
    String[] bits = {"<<", ">>", ">>>", "&", "|", "^"};
    for (int i = 0; i < bits.length; i++) {
      operators.put(Opcodes.ISHL + 2 * i, bits[i]);
      operators.put(Opcodes.ISHL + 2 * i + 1, bits[i]);
    }
    return Map.copyOf(operators);
  }
}
