package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Place;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What does one body do? Turns the instructions of a method into events and regions. */
final class BodyReader {
  private static final String[] PRIMITIVES = {
    "boolean", "char", "float", "double", "byte", "short", "int", "long"
  };

  private final Code code;
  private final CallableId id;
  private final Headers headers;
  private final Desugaring desugaring;
  private final Copies copies;
  private final Regions regions;
  private final Values values;
  private final Conditions conditions;
  private final Calls calls;
  private final int[] eventOf;
  private final List<InvokeDynamicInsnNode> lambdas = new ArrayList<>();

  BodyReader(Code code, Entry entry, CallableId id, Headers headers) {
    this.code = code;
    this.id = id;
    this.headers = headers;
    this.desugaring = new Desugaring(code);
    boolean straight = isStraight(code);
    ControlFlow flow = straight ? null : new ControlFlow(code);
    TryStructure structure = straight ? null : new TryStructure(code, flow);
    this.copies = straight ? new Copies(code) : structure.copies();
    this.eventOf = new int[code.size()];
    BitSet events = number();
    this.regions =
        straight ? new Regions(code, desugaring) : new Regions(code, flow, structure, desugaring, events);
    this.values = new Values(code, entry, headers, copies, eventOf, regions.caught());
    this.conditions = new Conditions(code, entry, values, desugaring);
    this.calls = new Calls(code, values, headers, new Sinks(code, id.isLambda()));
  }

  /** The invokedynamic instructions that make this body's lambdas, by their ordinals. */
  List<InvokeDynamicInsnNode> lambdas() {
    return lambdas;
  }

  private static boolean isStraight(Code code) {
    if (!code.method.tryCatchBlocks.isEmpty()) {
      return false;
    }
    for (int i = 0; i < code.size(); i++) {
      int opcode = code.opcode(i);
      if (Code.isJump(opcode)
          || opcode == Opcodes.GOTO
          || opcode == Opcodes.MONITORENTER
          || Desugaring.isSwitch(opcode)) {
        return false;
      }
    }
    return true;
  }

  /** Gives ids to the instructions that are events, and to each NEW that of its constructor call. */
  private BitSet number() {
    Arrays.fill(eventOf, -1);
    BitSet events = new BitSet(code.size());
    int next = 0;
    for (int i = 0; i < code.size(); i++) {
      if (code.opcode(i) >= 0
          && code.reachable(i)
          && !copies.isDropped(i)
          && !desugaring.isDropped(i)
          && isEvent(i)) {
        events.set(i);
        eventOf[i] = next++;
        int created = Calls.created(code, i);
        if (created >= 0) {
          eventOf[copies.original(created)] = eventOf[i];
        }
      }
    }
    return events;
  }

  private boolean isEvent(int index) {
    AbstractInsnNode instruction = code.instructions[index];
    int opcode = instruction.getOpcode();
    if (instruction instanceof MethodInsnNode call) {
      return !Boxes.is(instruction)
          && !Calls.isImplicitSuper(code, index, call)
          && !Concatenation.isInserted(code, index);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return Lambdas.is(dynamic);
    } else if (instruction instanceof FieldInsnNode field) {
      return !isCapture(index, field) && !field.name.equals("$VALUES");
    } else if (Code.isJump(opcode)) {
      return looksAtSomething(index);
    }
    return switch (opcode) {
      case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY, Opcodes.ATHROW -> true;
      case Opcodes.RETURN -> code.next(index) < code.size();
      case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> !isConstant(desugaring.selector(index));
      default ->
          opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN
              || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    };
  }

  private boolean isCapture(int index, FieldInsnNode field) {
    boolean named = field.name.startsWith("val$") || Values.isOuter(field.name);
    boolean instance = field.getOpcode() == Opcodes.GETFIELD || isPutField(field);
    return named
        && instance
        && (Values.isOuter(field.name) || isOwnOrOuter(receiver(index, field)));
  }

  private static boolean isPutField(FieldInsnNode field) {
    return field.getOpcode() == Opcodes.PUTFIELD;
  }

  private Origins receiver(int index, FieldInsnNode field) {
    return code.stack(index, isPutField(field) ? 1 : 0);
  }

  private boolean isOwnOrOuter(Origins origins) {
    int made = origins.instruction();
    return made >= 0
        ? code.instructions[made] instanceof FieldInsnNode field && Values.isOuter(field.name)
        : !code.isStatic() && origins.count() == 1 && origins.id(0) == -1;
  }

  private boolean looksAtSomething(int jump) {
    int operands = code.opcode(jump);
    boolean two = operands >= Opcodes.IF_ICMPEQ && operands <= Opcodes.IF_ACMPNE;
    Origins top = code.stack(jump, 0);
    int made = top.instruction();
    if (!two && made >= 0 && code.opcode(made) >= Opcodes.LCMP
        && code.opcode(made) <= Opcodes.DCMPG) {
      return !isConstant(code.stack(made, 0)) || !isConstant(code.stack(made, 1));
    }
    return !isConstant(top) || two && !isConstant(code.stack(jump, 1));
  }

  private boolean isConstant(Origins origins) {
    for (int i = 0; i < origins.count(); i++) {
      int id = origins.id(i);
      int opcode = id >= 0 && id < Origins.HANDLER ? code.opcode(id) : -1;
      if (opcode < Opcodes.ACONST_NULL || opcode > Opcodes.LDC) {
        return false;
      }
    }
    return origins.count() > 0;
  }

  Body read() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      if (eventOf[i] == events.size() && code.opcode(i) != Opcodes.NEW) {
        events.add(event(i));
      }
    }
    return new Body(events, regions.regions(values, conditions));
  }

  private Event event(int index) {
    int event = eventOf[index];
    AbstractInsnNode instruction = code.instructions[index];
    int opcode = instruction.getOpcode();
    Place place = new Place(line(index), regions.around(index));
    if (instruction instanceof MethodInsnNode call) {
      return calls.call(event, place, index, call);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return function(event, place, index, dynamic);
    } else if (instruction instanceof FieldInsnNode field) {
      return field(event, place, index, field);
    } else if (opcode == Opcodes.NEWARRAY) {
      int type = ((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN;
      return new Event.NewArray(event, place, PRIMITIVES[type]);
    } else if (opcode == Opcodes.ANEWARRAY) {
      return new Event.NewArray(event, place, Names.binary(((TypeInsnNode) instruction).desc));
    } else if (instruction instanceof MultiANewArrayInsnNode array) {
      return new Event.NewArray(
          event, place, Type.getType(array.desc.substring(1)).getClassName());
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return element(event, place, index, opcode);
    } else if (opcode == Opcodes.ATHROW) {
      return new Event.Throw(event, place, values.operand(index, 0));
    } else if (opcode == Opcodes.RETURN) {
      return new Event.Return(event, place, Optional.empty());
    } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
      Value returned = values.operand(index, 0, code.returnType());
      return new Event.Return(event, place, Optional.of(returned));
    } else if (Desugaring.isSwitch(opcode)) {
      return new Event.Use(event, place, Conditions.looked(conditions.selector(index)));
    }
    return new Event.Use(event, place, conditions.of(index).operands());
  }

  /**
   * javac gives function objects no line of their own: one that a call takes as an argument stands on
   * the call's line, if that comes later.
   */
  private int line(int index) {
    int line = code.line(index);
    if (code.opcode(index) == Opcodes.INVOKEDYNAMIC) {
      int taker = code.taker(index);
      return taker < 0 || isReceiver(index, taker) ? line : Math.max(line, code.line(taker));
    }
    return line;
  }

  private boolean isReceiver(int index, int taker) {
    return code.instructions[taker] instanceof MethodInsnNode call
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && code.stack(taker, Type.getArgumentTypes(call.desc).length).has(index);
  }

  private Event function(int event, Place place, int index, InvokeDynamicInsnNode dynamic) {
    Optional<Event> reference =
        References.desugared(code.owner, dynamic)
            .map(
                to ->
                    calls.function(
                        event, place, dynamic, calls.reference(index, dynamic, to), Map.of()));
    if (reference.isPresent()) {
      return reference.get();
    }
    return Lambdas.body(code.owner, dynamic)
        .map(
            body -> {
              CallableId callable = id.lambda(lambdas.size());
              lambdas.add(dynamic);
              Map<String, Value> captures = calls.captures(index, dynamic, body);
              return calls.function(
                  event, place, dynamic, new Event.Code.LambdaBody(callable), captures);
            })
        .orElseGet(
            () ->
                calls.function(
                    event,
                    place,
                    dynamic,
                    calls.reference(index, dynamic, Lambdas.target(dynamic)),
                    Map.of()));
  }

  private Event field(int event, Place place, int index, FieldInsnNode field) {
    int opcode = field.getOpcode();
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    var ref = headers.field(field.owner, field.name, field.desc, isStatic);
    Optional<Value> receiver =
        isStatic ? Optional.empty() : Optional.of(values.of(receiver(index, field)));
    if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
      return new Event.Read(event, place, ref, receiver);
    }
    Value target = new Value.FieldValue(ref, receiver);
    Value value = values.operand(index, 0, Type.getType(field.desc));
    return new Event.Write(event, place, target, value, contains(value, target, 0));
  }

  private Event element(int event, Place place, int index, int opcode) {
    Value target = new Value.Element(values.operand(index, 2));
    Type type =
        switch (opcode) {
          case Opcodes.CASTORE -> Type.CHAR_TYPE;
          case Opcodes.BASTORE -> conditions.isBooleanArray(code.stack(index, 2))
              ? Type.BOOLEAN_TYPE
              : Type.BYTE_TYPE;
          default -> Type.INT_TYPE;
        };
    Value value = values.operand(index, 0, type);
    boolean compound = contains(value, target, 0) && readsSameElement(index);
    return new Event.Write(event, place, target, value, compound);
  }

  /** Whether the element was read by the operands that the store uses: {@code a[i] += x}. */
  private boolean readsSameElement(int store) {
    for (int i = store - 1; i > 0; i--) {
      int opcode = code.opcode(i);
      if (opcode >= Opcodes.IALOAD
          && opcode <= Opcodes.SALOAD
          && code.reachable(i)
          && code.opcode(code.previous(i)) == Opcodes.DUP2
          && code.stack(i, 1).equals(code.stack(store, 2))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an operation has the target among its operands. */
  private static boolean contains(Value value, Value target, int depth) {
    if (value instanceof Value.Operation operation && depth < 8) {
      return operation.operands().stream()
          .anyMatch(operand -> operand.equals(target) || contains(operand, target, depth + 1));
    }
    return false;
  }

}
