package io.github.asynclint.bytecode;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which instructions did the compiler add to what is written? Switches over strings, enums and
 * patterns, assertions, tests for null, and loops over arrays.
 */
final class Desugaring {
  private static final String OBJECTS = "java/util/Objects";

  private final Code code;
  private final BitSet dropped = new BitSet();
  private final Map<Integer, Origins> selectors = new HashMap<>();

  Desugaring(Code code) {
    this.code = code;
    for (int i = 0; i < code.size(); i++) {
      if (!code.reachable(i) || dropped.get(i)) {
        continue;
      }
      switch (code.opcode(i)) {
        case Opcodes.INVOKESTATIC -> invokedStatic(i);
        case Opcodes.INVOKEVIRTUAL -> invoked(i);
        case Opcodes.GETSTATIC -> {
          assertion(i);
          boxedIncrement(i);
        }
        case Opcodes.GETFIELD -> boxedIncrement(i);
        case Opcodes.PUTSTATIC -> assertionFlag(i);
        case Opcodes.INVOKEDYNAMIC -> patternSwitch(i);
        case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> noMatch(i);
        case Opcodes.IF_ICMPGE -> arrayLoop(i);
        default -> {}
      }
    }
  }

  boolean isDropped(int index) {
    return dropped.get(index);
  }

  /** What a switch really chooses by, where the compiler switches over something else. */
  Origins selector(int index) {
    Origins selector = selectors.get(index);
    return selector == null ? code.stack(index, 0) : selector;
  }

  static boolean isSwitch(int opcode) {
    return opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH;
  }

  private boolean isCall(int index, String owner, String name) {
    return index >= 0
        && index < code.size()
        && code.instructions[index] instanceof MethodInsnNode call
        && call.name.equals(name)
        && call.owner.equals(owner);
  }

  private void invokedStatic(int index) {
    MethodInsnNode call = (MethodInsnNode) code.instructions[index];
    if (call.name.equals("$values") && call.owner.equals(code.owner.name)) {
      dropped.set(index);
      dropped.set(code.next(index));
    } else if (isCall(index, OBJECTS, "requireNonNull")
        && call.desc.startsWith("(Ljava/lang/Object;)")
        && code.opcode(code.next(index)) == Opcodes.POP) {
      dropped.set(index);
    }
  }

  private void invoked(int index) {
    MethodInsnNode call = (MethodInsnNode) code.instructions[index];
    int next = code.next(index);
    if (call.name.equals("ordinal") && code.opcode(next) == Opcodes.IALOAD) {
      int table = code.stack(next, 1).instruction();
      if (table >= 0
          && code.instructions[table] instanceof FieldInsnNode field
          && isSwitchMap(field.name)) {
        dropped.set(table);
        dropped.set(index);
        int chooser = code.next(next);
        if (isSwitch(code.opcode(chooser))) {
          selectors.put(chooser, code.stack(index, 0));
        }
      }
    } else if (call.name.equals("ordinal")
        && call.desc.equals("()I")
        && isSwitch(code.opcode(next))
        && topLevel(call.owner).equals(topLevel(code.owner.name))) {
      // Newer compilers need no table for enums of the same file, whose order they know.
      dropped.set(index);
      selectors.put(next, code.stack(index, 0));
    } else if (isCall(index, "java/lang/String", "hashCode") && isSwitch(code.opcode(next))) {
      stringSwitch(index, next);
    }
  }

  private static String topLevel(String type) {
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** Whether a class only holds the tables for switches over enums of other classes. */
  static boolean isSwitchTable(ClassNode owner) {
    return (owner.access & Opcodes.ACC_SYNTHETIC) != 0
        && !owner.fields.isEmpty()
        && owner.fields.stream().allMatch(field -> isSwitchMap(field.name));
  }

  private static boolean isSwitchMap(String field) {
    return field.startsWith("$SwitchMap$") || field.startsWith("$EnumSwitchMapping$");
  }

  /** {@code switch (s.hashCode())}, tests with equals that set a number, then a switch over that. */
  private void stringSwitch(int hash, int first) {
    int setup = code.previous(code.previous(hash));
    int slot = code.slot(setup);
    if (code.opcode(setup) != Opcodes.ISTORE
        || code.opcode(code.previous(setup)) != Opcodes.ICONST_M1) {
      return;
    }
    for (int i = first; i < code.size(); i = code.next(i)) {
      if (code.opcode(i) == Opcodes.ILOAD && code.slot(i) == slot) {
        int second = code.next(i);
        if (isSwitch(code.opcode(second))) {
          dropped.set(hash, second);
          selectors.put(second, code.stack(hash, 0));
        }
        return;
      }
    }
  }

  private void patternSwitch(int index) {
    InvokeDynamicInsnNode dynamic = (InvokeDynamicInsnNode) code.instructions[index];
    int chooser = code.next(index);
    if (dynamic.bsm.getOwner().equals("java/lang/runtime/SwitchBootstraps")
        && isSwitch(code.opcode(chooser))) {
      selectors.put(chooser, code.stack(index, 1));
    }
  }

  private int defaultOf(int chooser) {
    return code.index(
        code.instructions[chooser] instanceof TableSwitchInsnNode table
            ? table.dflt
            : ((LookupSwitchInsnNode) code.instructions[chooser]).dflt);
  }

  /** Whether a switch goes there if no case matches: the end of the switch where it has no default. */
  boolean isDefault(int chooser, int target) {
    return defaultOf(chooser) == target;
  }

  /** The exception that a switch over all constants throws for one that came later. */
  private void noMatch(int index) {
    int create = code.real(defaultOf(index));
    if (code.opcode(create) != Opcodes.NEW) {
      return;
    }
    String type = ((TypeInsnNode) code.instructions[create]).desc;
    if (type.equals("java/lang/MatchException")
        || type.equals("java/lang/IncompatibleClassChangeError")) {
      int end = create;
      while (end < code.size() && code.opcode(end) != Opcodes.ATHROW) {
        end = code.next(end);
      }
      dropped.set(create, Math.min(end + 1, code.size()));
    }
  }

  private void assertion(int index) {
    FieldInsnNode field = (FieldInsnNode) code.instructions[index];
    int jump = code.next(index);
    if (!field.name.equals("$assertionsDisabled") || code.opcode(jump) != Opcodes.IFNE) {
      return;
    }
    dropped.set(index);
    dropped.set(jump);
    int fail = code.previous(code.index(((JumpInsnNode) code.instructions[jump]).label));
    if (fail < 0 || code.opcode(fail) != Opcodes.ATHROW || !code.reachable(fail)) {
      return;
    }
    int create = code.stack(fail, 0).instruction();
    int constructor = code.previous(fail);
    if (create > jump
        && code.instructions[create] instanceof TypeInsnNode type
        && type.desc.equals("java/lang/AssertionError")) {
      dropped.set(create);
      dropped.set(constructor);
      dropped.set(fail);
    }
  }

  private void assertionFlag(int index) {
    if (((FieldInsnNode) code.instructions[index]).name.equals("$assertionsDisabled")) {
      int start = index;
      while (start > 0 && !isCall(start, "java/lang/Class", "desiredAssertionStatus")) {
        start = code.previous(start);
      }
      dropped.set(Math.max(start, 0), index + 1);
    }
  }

  /** {@code count++} on a boxed field: its old value goes to a local of its own, then is read again. */
  private void boxedIncrement(int index) {
    FieldInsnNode field = (FieldInsnNode) code.instructions[index];
    int store = code.next(index);
    if (!Boxes.isType(field.desc)
        || code.opcode(store) != Opcodes.ASTORE
        || !code.hasVariables()
        || code.assigned(store) != null) {
      return;
    }
    int again = code.next(store);
    while (code.isLoad(again) || code.opcode(again) == Opcodes.DUP) {
      again = code.next(again);
    }
    if (again < code.size()
        && code.instructions[again] instanceof FieldInsnNode read
        && read.getOpcode() == field.getOpcode()
        && read.name.equals(field.name)
        && read.owner.equals(field.owner)) {
      dropped.set(index);
    }
  }

  /** The test of a loop over an array compares two locals that the author never named. */
  private void arrayLoop(int index) {
    int length = code.previous(index);
    int counter = code.previous(length);
    if (code.hasVariables()
        && code.opcode(length) == Opcodes.ILOAD
        && code.opcode(counter) == Opcodes.ILOAD
        && code.variable(code.slot(length), length) == null
        && code.variable(code.slot(counter), counter) == null) {
      dropped.set(index);
    }
  }
}
