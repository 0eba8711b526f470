package io.github.asynclint.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Is a call a boxing or an unboxing, which facts do not show? */
final class Boxes {
  private static final Set<String> TYPES =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double");
  private static final Set<String> UNBOXED =
      Set.of(
          "booleanValue()Z",
          "byteValue()B",
          "charValue()C",
          "shortValue()S",
          "intValue()I",
          "longValue()J",
          "floatValue()F",
          "doubleValue()D");

  private Boxes() {}

  static boolean isType(String descriptor) {
    return descriptor.startsWith("L")
        && TYPES.contains(descriptor.substring(1, descriptor.length() - 1));
  }

  static boolean is(AbstractInsnNode instruction) {
    if (!(instruction instanceof MethodInsnNode call) || !TYPES.contains(call.owner)) {
      return false;
    }
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      return call.name.equals("valueOf") && call.desc.charAt(2) == ')';
    }
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL && UNBOXED.contains(call.name + call.desc);
  }

  static boolean isBooleanUnboxing(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.name.equals("booleanValue")
        && is(call);
  }
}
