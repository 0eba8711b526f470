package io.github.asynclint.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Where may each local and operand come from before each instruction?
 *
 * <p>The fixpoint is that of ASM's analyzer, which serves methods with exception handlers. For all
 * others it would first look for subroutines and then copy the frame for every label and line.
 */
final class Dataflow {
  private final MethodNode method;
  private final AbstractInsnNode[] instructions;
  private final OriginInterpreter interpreter;
  private final Frame<Origins>[] frames;
  private final int[] work;
  private final boolean[] waiting;
  private int waits;

  @SuppressWarnings("unchecked")
  private Dataflow(MethodNode method, AbstractInsnNode[] instructions) {
    this.method = method;
    this.instructions = instructions;
    this.interpreter = new OriginInterpreter(method.instructions);
    this.frames = (Frame<Origins>[]) new Frame<?>[instructions.length];
    this.work = new int[instructions.length];
    this.waiting = new boolean[instructions.length];
  }

  /** The frame before each instruction; null before those that are never reached. */
  static Frame<Origins>[] frames(String owner, MethodNode method, AbstractInsnNode[] instructions)
      throws AnalyzerException {
    if (!isPlain(method, instructions)) {
      return new Analyzer<>(new OriginInterpreter(method.instructions)).analyze(owner, method);
    }
    Dataflow flow = new Dataflow(method, instructions);
    flow.run(owner);
    return flow.frames;
  }

  /** Whether no exception is handled and there are no subroutines of old class files. */
  private static boolean isPlain(MethodNode method, AbstractInsnNode[] instructions) {
    for (AbstractInsnNode instruction : instructions) {
      int opcode = instruction.getOpcode();
      if (opcode == Opcodes.JSR || opcode == Opcodes.RET) {
        return false;
      }
    }
    return method.tryCatchBlocks.isEmpty();
  }

  private void run(String owner) throws AnalyzerException {
    meet(0, entry(owner));
    while (waits > 0) {
      int index = work[--waits];
      waiting[index] = false;
      try {
        step(index);
      } catch (AnalyzerException e) {
        throw new AnalyzerException(
            e.node, "Error at instruction " + index + ": " + e.getMessage(), e);
      } catch (RuntimeException e) {
        throw new AnalyzerException(
            instructions[index], "Error at instruction " + index + ": " + e.getMessage(), e);
      }
    }
  }

  private Frame<Origins> entry(String owner) {
    Frame<Origins> frame = new Frame<>(method.maxLocals, method.maxStack);
    frame.setReturn(interpreter.newReturnTypeValue(Type.getReturnType(method.desc)));
    int local = 0;
    boolean instance = (method.access & Opcodes.ACC_STATIC) == 0;
    if (instance) {
      Type type = Type.getObjectType(owner);
      frame.setLocal(local, interpreter.newParameterValue(true, local, type));
      local++;
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      frame.setLocal(local, interpreter.newParameterValue(instance, local, type));
      local++;
      if (type.getSize() == 2) {
        frame.setLocal(local, interpreter.newEmptyValue(local));
        local++;
      }
    }
    for (; local < method.maxLocals; local++) {
      frame.setLocal(local, interpreter.newEmptyValue(local));
    }
    return frame;
  }

  private void step(int index) throws AnalyzerException {
    AbstractInsnNode instruction = instructions[index];
    Frame<Origins> before = frames[index];
    int opcode = instruction.getOpcode();
    if (opcode < 0) {
      pass(index + 1, before);
    } else {
      Frame<Origins> after = new Frame<>(before);
      after.execute(instruction, interpreter);
      if (instruction instanceof JumpInsnNode jump) {
        reach(jump.label, after);
      } else if (instruction instanceof TableSwitchInsnNode table) {
        reach(table.dflt, after);
        for (LabelNode label : table.labels) {
          reach(label, after);
        }
      } else if (instruction instanceof LookupSwitchInsnNode lookup) {
        reach(lookup.dflt, after);
        for (LabelNode label : lookup.labels) {
          reach(label, after);
        }
      }
      if (!Code.ends(opcode)) {
        meet(index + 1, after);
      }
    }
  }

  /** Only a label can be reached from elsewhere: anything else may share the frame before it. */
  private void pass(int index, Frame<Origins> frame) throws AnalyzerException {
    if (index >= instructions.length || instructions[index] instanceof LabelNode) {
      meet(index, frame);
    } else {
      frames[index] = frame;
      add(index);
    }
  }

  private void reach(LabelNode label, Frame<Origins> frame) throws AnalyzerException {
    meet(method.instructions.indexOf(label), frame);
  }

  private void meet(int index, Frame<Origins> frame) throws AnalyzerException {
    if (index >= instructions.length) {
      throw new AnalyzerException(null, "Execution can fall off the end of the code");
    }
    if (frames[index] == null) {
      frames[index] = new Frame<>(frame);
      add(index);
    } else if (frames[index].merge(frame, interpreter)) {
      add(index);
    }
  }

  private void add(int index) {
    if (!waiting[index]) {
      waiting[index] = true;
      work[waits++] = index;
    }
  }
}
