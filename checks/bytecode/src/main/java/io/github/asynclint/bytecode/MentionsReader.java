package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** What does the code of each method of a class file name? One pass, and nothing is kept of the code. */
final class MentionsReader extends ClassVisitor {
  private final Names.Cache names;
  private final Map<String, Method> methods = new LinkedHashMap<>();
  private final Accessors accessors;
  private String owner = "";

  private MentionsReader(Names.Cache names, Accessors accessors) {
    super(Opcodes.ASM9);
    this.names = names;
    this.accessors = accessors;
  }

  static Map<MethodRef, Mentions> read(
      byte[] bytes, Header header, Names.Cache names, Accessors accessors) {
    MentionsReader reader = new MentionsReader(names, accessors);
    new ClassReader(bytes).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Map<MethodRef, Mentions> mentions = new HashMap<>();
    for (Method method : reader.methods.values()) {
      if ((method.access & Opcodes.ACC_SYNTHETIC) == 0) {
        mentions.put(header.ref(method.name, method.descriptor), reader.mentions(method));
      }
    }
    return mentions;
  }

  private Mentions mentions(Method method) {
    if (method.lambdas.isEmpty()) {
      return method.named.build();
    }
    return withLambdas(method, new HashSet<>());
  }

  private Mentions withLambdas(Method method, Set<String> seen) {
    Mentions all = method.named.build();
    for (String lambda : method.lambdas) {
      Method body = methods.get(lambda);
      if (body != null && seen.add(lambda)) {
        all = all.and(withLambdas(body, seen));
      }
    }
    return all;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    owner = name;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    Method method = new Method(access, name, descriptor);
    methods.put(name + descriptor, method);
    return method;
  }

  private final class Method extends MethodVisitor {
    private final int access;
    private final String name;
    private final String descriptor;
    private final Mentions.Builder named = new Mentions.Builder();
    private final List<String> lambdas = new ArrayList<>(0);
    private final Set<String> read = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    Method(int access, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
      if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
        named.lock();
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String called, String signature, boolean isInterface) {
      List<AbstractInsnNode> steps = accessors.steps(opcode, type, called, signature);
      if (steps.isEmpty()) {
        call(type, called, signature);
      }
      for (AbstractInsnNode step : steps) {
        step.accept(this);
      }
    }

    private void call(String type, String called, String signature) {
      Mentions.Member member = names.member(type, called, signature);
      named.call(member, member.isConstructor() ? member.type() : names.result(signature));
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String field, String signature) {
      boolean isRead = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      named.field(names.field(type, field, !isRead));
      (isRead ? read : written).add(field);
      if ((isRead ? written : read).contains(field)) {
        named.change();
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.MONITORENTER) {
        named.lock();
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String called, String signature, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        // Records name their fields this way, in the methods that the compiler writes.
        if (argument instanceof Handle handle && handle.getTag() > Opcodes.H_PUTSTATIC) {
          named.function();
          call(handle.getOwner(), handle.getName(), handle.getDesc());
          if (handle.getOwner().equals(owner)) {
            lambdas.add(handle.getName() + handle.getDesc());
          }
        }
      }
    }
  }
}
