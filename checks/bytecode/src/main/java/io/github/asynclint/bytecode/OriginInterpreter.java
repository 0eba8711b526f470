package io.github.asynclint.bytecode;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Which instruction made each value? Moves and reference casts keep the origin of what they move. */
final class OriginInterpreter extends Interpreter<Origins> {
  private final InsnList instructions;
  private final Origins[] made;

  OriginInterpreter(InsnList instructions) {
    super(Opcodes.ASM9);
    this.instructions = instructions;
    this.made = new Origins[instructions.size()];
  }

  private Origins made(AbstractInsnNode instruction, int size) {
    int index = instructions.indexOf(instruction);
    if (made[index] == null) {
      made[index] = Origins.one(size, index);
    }
    return made[index];
  }

  @Override
  public Origins newValue(Type type) {
    return type == Type.VOID_TYPE ? null : Origins.unknown(type == null ? 1 : type.getSize());
  }

  @Override
  public Origins newParameterValue(boolean isInstanceMethod, int local, Type type) {
    return Origins.one(type.getSize(), -1 - local);
  }

  @Override
  public Origins newExceptionValue(
      TryCatchBlockNode block, Frame<Origins> handlerFrame, Type exceptionType) {
    return Origins.one(1, Origins.HANDLER + instructions.indexOf(block.handler));
  }

  @Override
  public Origins newOperation(AbstractInsnNode instruction) {
    int size =
        switch (instruction.getOpcode()) {
          case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> 2;
          case Opcodes.LDC -> {
            Object constant = ((LdcInsnNode) instruction).cst;
            yield constant instanceof Long || constant instanceof Double ? 2 : 1;
          }
          case Opcodes.GETSTATIC -> Type.getType(((FieldInsnNode) instruction).desc).getSize();
          default -> 1;
        };
    return made(instruction, size);
  }

  @Override
  public Origins copyOperation(AbstractInsnNode instruction, Origins value) {
    return value;
  }

  @Override
  public Origins unaryOperation(AbstractInsnNode instruction, Origins value) {
    return switch (instruction.getOpcode()) {
      case Opcodes.CHECKCAST -> value;
      case Opcodes.LNEG,
              Opcodes.DNEG,
              Opcodes.I2L,
              Opcodes.I2D,
              Opcodes.L2D,
              Opcodes.F2L,
              Opcodes.F2D,
              Opcodes.D2L ->
          made(instruction, 2);
      case Opcodes.GETFIELD ->
          made(instruction, Type.getType(((FieldInsnNode) instruction).desc).getSize());
      default -> made(instruction, 1);
    };
  }

  @Override
  public Origins binaryOperation(
      AbstractInsnNode instruction, Origins value1, Origins value2) {
    return switch (instruction.getOpcode()) {
      case Opcodes.LALOAD,
              Opcodes.DALOAD,
              Opcodes.LADD,
              Opcodes.DADD,
              Opcodes.LSUB,
              Opcodes.DSUB,
              Opcodes.LMUL,
              Opcodes.DMUL,
              Opcodes.LDIV,
              Opcodes.DDIV,
              Opcodes.LREM,
              Opcodes.DREM,
              Opcodes.LSHL,
              Opcodes.LSHR,
              Opcodes.LUSHR,
              Opcodes.LAND,
              Opcodes.LOR,
              Opcodes.LXOR ->
          made(instruction, 2);
      default -> made(instruction, 1);
    };
  }

  @Override
  public Origins ternaryOperation(
      AbstractInsnNode instruction, Origins value1, Origins value2, Origins value3) {
    return null;
  }

  @Override
  public Origins naryOperation(
      AbstractInsnNode instruction, List<? extends Origins> values) {
    if (instruction instanceof MethodInsnNode call) {
      return made(instruction, Type.getReturnType(call.desc).getSize());
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return made(instruction, Type.getReturnType(dynamic.desc).getSize());
    }
    return made(instruction, 1);
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, Origins value, Origins expected) {
    // What is returned is read from the frame.
  }

  @Override
  public Origins merge(Origins value1, Origins value2) {
    return value1.merge(value2);
  }
}
