package io.github.asynclint.bytecode;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Which instructions repeat a finally block that stands elsewhere, and which does each repeat? */
final class Copies {
  private final Code code;
  private final int[] original;
  private final BitSet copied = new BitSet();
  private final BitSet dropped = new BitSet();

  Copies(Code code) {
    this.code = code;
    this.original = new int[code.size()];
    java.util.Arrays.setAll(original, i -> i);
  }

  boolean isCopy(int index) {
    return copied.get(index);
  }

  /** Whether the instruction is the compiler's own and shows no fact. */
  boolean isDropped(int index) {
    return copied.get(index) || dropped.get(index);
  }

  /** The instruction that stands for this one. */
  int original(int index) {
    int at = index;
    for (int i = 0; original[at] != at && i < 16; i++) {
      at = original[at];
    }
    return at;
  }

  void drop(int from, int to) {
    dropped.set(from, to);
  }

  void keep(int index) {
    dropped.clear(index);
  }

  /**
   * Marks the copies of the instructions from {@code first} to {@code end}: each begins where a
   * guarded range ends. A resource's test for null may be missing in some.
   */
  void match(List<int[]> ranges, int first, int end, boolean resource) {
    for (int[] range : ranges) {
      int from = code.real(range[1]);
      if (from < first || from >= end) {
        match(from, first, end);
        if (resource && code.opcode(code.next(first)) == Opcodes.IFNULL) {
          match(from, code.next(code.next(first)), end);
        }
      }
    }
  }

  private void match(int from, int first, int end) {
    Map<Integer, Integer> slots = new HashMap<>();
    Map<Integer, Integer> pairs = new HashMap<>();
    int copy = from;
    for (int i = first; i < end; i = code.next(i)) {
      if (copy >= code.size() || !same(i, copy, slots)) {
        return;
      }
      pairs.put(copy, i);
      copy = code.next(copy);
    }
    pairs.forEach(
        (at, meant) -> {
          if (!copied.get(at)) {
            copied.set(at);
            original[at] = meant;
          }
        });
  }

  private boolean same(int a, int b, Map<Integer, Integer> slots) {
    AbstractInsnNode one = code.instructions[a];
    AbstractInsnNode other = code.instructions[b];
    if (one.getOpcode() != other.getOpcode()) {
      return false;
    }
    if (code.slot(a) >= 0) {
      return slots.computeIfAbsent(code.slot(a), slot -> code.slot(b)) == code.slot(b);
    } else if (one instanceof MethodInsnNode call) {
      MethodInsnNode copy = (MethodInsnNode) other;
      return call.name.equals(copy.name)
          && call.owner.equals(copy.owner)
          && call.desc.equals(copy.desc);
    } else if (one instanceof FieldInsnNode field) {
      FieldInsnNode copy = (FieldInsnNode) other;
      return field.name.equals(copy.name) && field.owner.equals(copy.owner);
    } else if (one instanceof LdcInsnNode constant) {
      return constant.cst.equals(((LdcInsnNode) other).cst);
    } else if (one instanceof TypeInsnNode type) {
      return type.desc.equals(((TypeInsnNode) other).desc);
    } else if (one instanceof IntInsnNode number) {
      return number.operand == ((IntInsnNode) other).operand;
    } else if (one instanceof IincInsnNode increment) {
      return increment.incr == ((IincInsnNode) other).incr;
    } else if (one instanceof InvokeDynamicInsnNode dynamic) {
      // Each copy of a lambda has a body of its own.
      return dynamic.desc.equals(((InvokeDynamicInsnNode) other).desc);
    }
    return true;
  }
}
