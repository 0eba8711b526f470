package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.MethodRef;
import java.util.Optional;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Is a lambda's body what javac made of a method reference?
 *
 * <p>It writes one for {@code super::m}, constructors of arrays, varargs and a few more. The names of
 * the body's parameters tell; without them, or without parameters, the reference counts as a lambda.
 */
final class References {
  /** What javac calls the parameters: of the interface, the receiver, the elements of the varargs. */
  private static final Pattern NAMES = Pattern.compile("x\\$\\d+|xva\\$\\d+|rec\\$");

  private References() {}

  /** The method that the reference names; an array's constructor is named after the array type. */
  static Optional<Handle> desugared(ClassNode owner, InvokeDynamicInsnNode dynamic) {
    return Lambdas.body(owner, dynamic).filter(References::hasGivenNames).flatMap(References::of);
  }

  private static boolean hasGivenNames(MethodNode body) {
    int first = (body.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    int named = 0;
    if (body.localVariables != null) {
      for (LocalVariableNode variable : body.localVariables) {
        if (variable.index >= first) {
          if (!NAMES.matcher(variable.name).matches()) {
            return false;
          }
          named++;
        }
      }
    }
    return named > 0 && named == Type.getArgumentTypes(body.desc).length;
  }

  private static Optional<Handle> of(MethodNode body) {
    MethodInsnNode called = null;
    String array = "";
    for (AbstractInsnNode instruction : body.instructions) {
      if (instruction instanceof MethodInsnNode call && !Boxes.is(call)) {
        if (called != null) {
          return Optional.empty();
        }
        called = call;
      } else if (instruction instanceof MultiANewArrayInsnNode made) {
        array = made.desc;
      } else if (instruction.getOpcode() == Opcodes.ANEWARRAY) {
        array = "[" + Type.getObjectType(((TypeInsnNode) instruction).desc).getDescriptor();
      } else if (instruction.getOpcode() == Opcodes.NEWARRAY) {
        array = "[" + "ZCFDBSIJ".charAt(((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN);
      }
    }
    if (called != null) {
      return Optional.of(
          new Handle(tag(called), called.owner, called.name, called.desc, called.itf));
    }
    return array.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Handle(
                Opcodes.H_NEWINVOKESPECIAL, array, MethodRef.CONSTRUCTOR, "(I)V", false));
  }

  private static int tag(MethodInsnNode call) {
    return switch (call.getOpcode()) {
      case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
      case Opcodes.INVOKESPECIAL ->
          call.name.equals(MethodRef.CONSTRUCTOR)
              ? Opcodes.H_NEWINVOKESPECIAL
              : Opcodes.H_INVOKESPECIAL;
      case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
      default -> Opcodes.H_INVOKEVIRTUAL;
    };
  }
}
