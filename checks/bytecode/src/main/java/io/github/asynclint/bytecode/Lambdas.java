package io.github.asynclint.bytecode;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What does an invokedynamic of the lambda metafactory make? */
final class Lambdas {
  private Lambdas() {}

  static boolean is(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && dynamic.bsmArgs.length >= 3
        && dynamic.bsmArgs[0] instanceof Type
        && dynamic.bsmArgs[1] instanceof Handle;
  }

  static Handle target(InvokeDynamicInsnNode dynamic) {
    return (Handle) dynamic.bsmArgs[1];
  }

  static boolean returnsVoid(InvokeDynamicInsnNode dynamic) {
    return ((Type) dynamic.bsmArgs[0]).getReturnType() == Type.VOID_TYPE;
  }

  static String interfaceType(InvokeDynamicInsnNode dynamic) {
    return Type.getReturnType(dynamic.desc).getClassName();
  }

  /** The method that holds a lambda's body; empty for a reference to a method. */
  static Optional<MethodNode> body(ClassNode owner, InvokeDynamicInsnNode dynamic) {
    Handle target = target(dynamic);
    if (!target.getOwner().equals(owner.name) || !target.getName().contains("lambda$")) {
      return Optional.empty();
    }
    return owner.methods.stream()
        .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) != 0)
        .filter(method -> method.name.equals(target.getName()))
        .filter(method -> method.desc.equals(target.getDesc()))
        .findFirst();
  }

  /** How many variables a lambda captures, without the receiver of an instance method. */
  static int captures(InvokeDynamicInsnNode dynamic, MethodNode body) {
    int passed = Type.getArgumentTypes(dynamic.desc).length;
    boolean isStatic = (body.access & Opcodes.ACC_STATIC) != 0;
    int own = Type.getArgumentTypes(body.desc).length;
    return Math.max(0, Math.min(own, isStatic ? passed : passed - 1));
  }
}
