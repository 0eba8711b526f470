package io.github.asynclint.bytecode;

import io.github.asynclint.engine.program.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which private member does a compiler-made accessor stand for?
 *
 * <p>Before Java 11 nested classes reach each other's private members through methods that the
 * compiler adds ({@code access$000}). The call of one is replaced by what its body does with its
 * arguments. An accessor that does more than one such step, as for {@code count++}, stays a call.
 */
final class Accessors {
  private static final String PREFIX = "access$";

  private final ClassSource source;
  private final Notes notes;
  private final Map<String, Map<String, List<AbstractInsnNode>>> known = new ConcurrentHashMap<>();

  Accessors(ClassSource source, Notes notes) {
    this.source = source;
    this.notes = notes;
  }

  /** What to read instead of the call; empty if the method is no accessor. */
  List<AbstractInsnNode> steps(int opcode, String owner, String name, String descriptor) {
    return opcode == Opcodes.INVOKESTATIC && name.startsWith(PREFIX)
        ? of(owner).getOrDefault(name + descriptor, List.of())
        : List.of();
  }

  /** Replaces the calls of accessors in all methods of the class. */
  void replaceIn(ClassNode owner) {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call) {
          List<AbstractInsnNode> steps =
              steps(call.getOpcode(), call.owner, call.name, call.desc);
          if (!steps.isEmpty()) {
            replace(method, call, steps);
          }
        }
      }
    }
  }

  private static void replace(
      MethodNode method, MethodInsnNode call, List<AbstractInsnNode> steps) {
    AbstractInsnNode next = call.getNext();
    boolean dropsCopy =
        isCopy(steps.get(0).getOpcode())
            && next != null
            && (next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.POP2);
    if (dropsCopy) {
      method.instructions.remove(next);
    } else if (isCopy(steps.get(0).getOpcode())) {
      method.maxStack += 2;
    }
    for (AbstractInsnNode step : dropsCopy ? steps.subList(1, steps.size()) : steps) {
      method.instructions.insertBefore(call, step.clone(Map.of()));
    }
    method.instructions.remove(call);
  }

  private Map<String, List<AbstractInsnNode>> of(String owner) {
    Map<String, List<AbstractInsnNode>> accessors = known.get(owner);
    if (accessors == null) {
      // Not computeIfAbsent: two threads may read the same class, and the result is the same.
      accessors = read(owner);
      known.put(owner, accessors);
    }
    return accessors;
  }

  private Map<String, List<AbstractInsnNode>> read(String owner) {
    Map<String, List<AbstractInsnNode>> accessors = new HashMap<>();
    Headers.parse(owner, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES, source, notes)
        .ifPresent(
            node -> {
              for (MethodNode method : node.methods) {
                if (method.name.startsWith(PREFIX)
                    && (method.access & Opcodes.ACC_SYNTHETIC) != 0) {
                  accessors.put(method.name + method.desc, steps(method));
                }
              }
            });
    return accessors;
  }

  /** What the body does after it has loaded all parameters in their order; empty if it does more. */
  private static List<AbstractInsnNode> steps(MethodNode accessor) {
    List<AbstractInsnNode> code = new ArrayList<>();
    for (AbstractInsnNode instruction : accessor.instructions) {
      if (instruction.getOpcode() >= 0) {
        code.add(instruction);
      }
    }
    int slot = 0;
    int at = 0;
    for (Type parameter : Type.getArgumentTypes(accessor.desc)) {
      if (at >= code.size()
          || !(code.get(at) instanceof VarInsnNode load)
          || load.getOpcode() != parameter.getOpcode(Opcodes.ILOAD)
          || load.var != slot) {
        return List.of();
      }
      slot += parameter.getSize();
      at++;
    }
    if (at < code.size() && isCopy(code.get(at).getOpcode())) {
      at++;
    }
    boolean one =
        at == code.size() - 2
            && isAccess(code.get(at).getOpcode())
            && code.get(at + 1).getOpcode()
                == Type.getReturnType(accessor.desc).getOpcode(Opcodes.IRETURN);
    int parameters = Type.getArgumentTypes(accessor.desc).length;
    return one ? List.copyOf(code.subList(parameters, at + 1)) : List.of();
  }

  private static boolean isAccess(int opcode) {
    return opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.INVOKEINTERFACE;
  }

  /** The value of an assignment is kept for whoever wrote it as an expression. */
  private static boolean isCopy(int opcode) {
    return opcode == Opcodes.DUP
        || opcode == Opcodes.DUP2
        || opcode == Opcodes.DUP_X1
        || opcode == Opcodes.DUP2_X1;
  }
}
