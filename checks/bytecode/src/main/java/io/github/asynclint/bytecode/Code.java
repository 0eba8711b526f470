package io.github.asynclint.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** The instructions of one method by index, with their lines, and where every operand comes from. */
final class Code {
  final ClassNode owner;
  final MethodNode method;
  final AbstractInsnNode[] instructions;
  final Frame<Origins>[] frames;
  private final int[] lines;

  Code(ClassNode owner, MethodNode method) throws AnalyzerException {
    this.owner = owner;
    this.method = method;
    this.instructions = method.instructions.toArray();
    this.frames = Dataflow.frames(owner.name, method, instructions);
    this.lines = new int[instructions.length];
    int line = 0;
    for (int i = 0; i < instructions.length; i++) {
      if (instructions[i] instanceof LineNumberNode number) {
        line = number.line;
      }
      lines[i] = line;
    }
  }

  int size() {
    return instructions.length;
  }

  boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  int index(AbstractInsnNode instruction) {
    return method.instructions.indexOf(instruction);
  }

  int line(int index) {
    return lines[index];
  }

  boolean reachable(int index) {
    return frames[index] != null;
  }

  /** The opcode; -1 for labels and the like, and past the ends. */
  int opcode(int index) {
    return index >= 0 && index < instructions.length ? instructions[index].getOpcode() : -1;
  }

  /** The first instruction with an opcode at or after the index; the size if there is none. */
  int real(int index) {
    int i = Math.max(0, index);
    while (i < instructions.length && instructions[i].getOpcode() < 0) {
      i++;
    }
    return i;
  }

  int next(int index) {
    return real(index + 1);
  }

  /** The last instruction with an opcode before the index; -1 if there is none. */
  int previous(int index) {
    int i = index - 1;
    while (i >= 0 && instructions[i].getOpcode() < 0) {
      i--;
    }
    return i;
  }

  /** The operand that lies {@code depth} below the top of the stack before the instruction. */
  Origins stack(int index, int depth) {
    Frame<Origins> frame = frames[index];
    int position = frame.getStackSize() - 1 - depth;
    return position < 0 ? Origins.unknown(1) : frame.getStack(position);
  }

  /** The call or invokedynamic that takes what the instruction pushes as it lies there; -1 if none. */
  int taker(int index) {
    int first = next(index);
    int position = first < size() && reachable(first) ? frames[first].getStackSize() - 1 : Integer.MAX_VALUE;
    for (int i = first; i < size() && reachable(i); i = next(i)) {
      int height = frames[i].getStackSize();
      if (height <= position || ends(opcode(i))) {
        return -1;
      }
      if (height - taken(instructions[i]) <= position) {
        return i;
      }
    }
    return -1;
  }

  /** How many values a call takes from the stack; none for other instructions. */
  private static int taken(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
      return Type.getArgumentTypes(call.desc).length + receiver;
    }
    return instruction instanceof InvokeDynamicInsnNode dynamic
        ? Type.getArgumentTypes(dynamic.desc).length
        : 0;
  }

  boolean isLoad(int index) {
    int opcode = opcode(index);
    return opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
  }

  boolean isStore(int index) {
    int opcode = opcode(index);
    return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
  }

  /** The local that the instruction loads or stores; -1 if it does not. */
  int slot(int index) {
    return index >= 0 && index < size() && instructions[index] instanceof VarInsnNode variable
        ? variable.var
        : -1;
  }

  boolean hasVariables() {
    return method.localVariables != null && !method.localVariables.isEmpty();
  }

  /** The variable that lives in a slot at the instruction; null if the class file names none. */
  LocalVariableNode variable(int slot, int index) {
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        if (variable.index == slot
            && index(variable.start) <= index
            && index < index(variable.end)) {
          return variable;
        }
      }
    }
    return null;
  }

  /** The variable that a store begins or assigns: its scope starts after the first store. */
  LocalVariableNode assigned(int store) {
    return variable(slot(store), Math.min(next(store), size() - 1));
  }

  static boolean isJump(int opcode) {
    return opcode >= Opcodes.IFEQ && opcode <= Opcodes.IF_ACMPNE
        || opcode == Opcodes.IFNULL
        || opcode == Opcodes.IFNONNULL;
  }

  /** Whether control never goes on to the next instruction. */
  static boolean ends(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.RET;
  }

  Type returnType() {
    return Type.getReturnType(method.desc);
  }
}
