package io.github.asynclint.source.types;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How does a class file declare its class, generics included? */
public final class ClassFileReader {
  private ClassFileReader() {}

  /**
   * Reads the declarations, not the code.
   *
   * @param outer finds the class around a nested one, whose type parameters are in scope
   */
  public static ClassInfo read(byte[] bytes, ClassTable outer) {
    Reader reader = new Reader(outer);
    new ClassReader(bytes)
        .accept(
            reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.finish();
  }

  private record FileClass(
      String name,
      Set<Modifier> modifiers,
      List<Type.Variable> typeParameters,
      Optional<Type.Class> superclass,
      List<Type.Class> interfaces,
      List<MethodInfo> methods,
      List<FieldInfo> fields,
      Optional<String> enclosing,
      Map<String, String> memberTypes,
      Map<String, List<MethodInfo>> byName)
      implements ClassInfo {
    @Override
    public List<MethodInfo> methods(String methodName) {
      return byName.getOrDefault(methodName, List.of());
    }
  }

  private static final class Reader extends ClassVisitor {
    private final ClassTable outer;
    private final Map<String, Type.Variable> scope = new HashMap<>();
    private final List<Runnable> members = new ArrayList<>();
    private final List<MethodInfo> methods = new ArrayList<>();
    private final List<FieldInfo> fields = new ArrayList<>();
    private final Map<String, String> memberTypes = new LinkedHashMap<>();
    private String name = "";
    private int access;
    private String signature;
    private String superName;
    private String[] interfaceNames = {};
    private Optional<String> enclosing = Optional.empty();
    private boolean inner;

    Reader(ClassTable outer) {
      super(Opcodes.ASM9);
      this.outer = outer;
    }

    @Override
    public void visit(
        int version, int flags, String internal, String generic, String parent, String[] direct) {
      name = internal.replace('/', '.');
      access = flags;
      signature = generic;
      superName = parent;
      interfaceNames = direct == null ? interfaceNames : direct;
    }

    @Override
    public void visitOuterClass(String owner, String method, String descriptor) {
      enclosing = Optional.of(owner.replace('/', '.'));
    }

    @Override
    public void visitInnerClass(String internal, String owner, String simple, int flags) {
      String binary = internal.replace('/', '.');
      if (binary.equals(name)) {
        access = flags | (access & (Opcodes.ACC_RECORD | Opcodes.ACC_SUPER));
        if (owner != null) {
          enclosing = Optional.of(owner.replace('/', '.'));
        }
        inner = (flags & Opcodes.ACC_STATIC) == 0 && (flags & Opcodes.ACC_INTERFACE) == 0;
      } else if (owner != null && simple != null && owner.replace('/', '.').equals(name)) {
        memberTypes.put(simple, binary);
      }
    }

    @Override
    public FieldVisitor visitField(
        int flags, String field, String descriptor, String generic, Object value) {
      if ((flags & Opcodes.ACC_SYNTHETIC) == 0) {
        members.add(() -> field(flags, field, descriptor, generic, value));
      }
      return null;
    }

    private void field(int flags, String field, String descriptor, String generic, Object value) {
      boolean isStatic = (flags & Opcodes.ACC_STATIC) != 0;
      Type erased = Signatures.descriptor(org.objectweb.asm.Type.getType(descriptor));
      Type type = generic == null ? erased : Signatures.type(generic, scope);
      Object constant = value;
      if (value instanceof Integer number && descriptor.equals("Z")) {
        constant = number != 0;
      } else if (value instanceof Integer number && descriptor.equals("C")) {
        constant = (char) number.intValue();
      }
      fields.add(
          new FieldInfo(
              new FieldRef(name, field, Signatures.name(erased), isStatic),
              modifiers(flags, false),
              type,
              Optional.ofNullable(constant)));
    }

    @Override
    public MethodVisitor visitMethod(
        int flags, String method, String descriptor, String generic, String[] thrown) {
      if ((flags & Opcodes.ACC_SYNTHETIC) == 0 && !method.equals("<clinit>")) {
        members.add(() -> method(flags, method, descriptor, generic));
      }
      return null;
    }

    private void method(int flags, String method, String descriptor, String generic) {
      List<Type> erased = new ArrayList<>();
      for (org.objectweb.asm.Type parameter : org.objectweb.asm.Type.getArgumentTypes(descriptor)) {
        erased.add(Signatures.descriptor(parameter));
      }
      if (method.equals("<init>")) {
        int implicit = (access & Opcodes.ACC_ENUM) != 0 ? 2 : inner ? 1 : 0;
        erased = new ArrayList<>(erased.subList(Math.min(implicit, erased.size()), erased.size()));
      }
      Type result = Signatures.descriptor(org.objectweb.asm.Type.getReturnType(descriptor));
      MethodRef ref =
          new MethodRef(
              name, method, erased.stream().map(Signatures::name).toList(), Signatures.name(result));
      Signatures.Method parsed =
          generic == null ? null : Signatures.method(generic, new HashMap<>(scope));
      boolean usable = parsed != null && parsed.parameters().size() == erased.size();
      methods.add(
          new MethodInfo(
              ref,
              modifiers(flags, true),
              usable ? parsed.typeParameters() : List.of(),
              usable ? parsed.parameters() : erased,
              usable ? parsed.returnType() : result));
    }

    ClassInfo finish() {
      if (inner && enclosing.isPresent()) {
        outer.find(enclosing.get()).ifPresent(around -> addOuter(around, 0));
      }
      List<Type.Variable> parameters = List.of();
      Optional<Type.Class> parent = Optional.empty();
      List<Type.Class> interfaces = new ArrayList<>();
      if (signature != null) {
        Signatures.Class parsed = Signatures.classSignature(signature, scope);
        parameters = parsed.typeParameters();
        parent = Optional.of(parsed.superclass());
        interfaces.addAll(parsed.interfaces());
      } else {
        parent = Optional.ofNullable(superName).map(s -> Type.of(s.replace('/', '.')));
        Arrays.stream(interfaceNames).map(s -> Type.of(s.replace('/', '.')))
            .forEach(interfaces::add);
      }
      if ((access & Opcodes.ACC_INTERFACE) != 0) {
        parent = Optional.empty();
      }
      members.forEach(Runnable::run);
      Map<String, List<MethodInfo>> byName = new HashMap<>();
      methods.forEach(
          method ->
              byName.computeIfAbsent(method.ref().name(), key -> new ArrayList<>()).add(method));
      return new FileClass(
          name,
          modifiers(access, false),
          parameters,
          parent,
          List.copyOf(interfaces),
          List.copyOf(methods),
          List.copyOf(fields),
          enclosing,
          memberTypes,
          byName);
    }

    private void addOuter(ClassInfo around, int depth) {
      around.typeParameters().forEach(variable -> scope.putIfAbsent(variable.name(), variable));
      if (depth < 8 && !around.modifiers().contains(Modifier.STATIC)) {
        around.enclosing().flatMap(outer::find).ifPresent(next -> addOuter(next, depth + 1));
      }
    }
  }

  private static Set<Modifier> modifiers(int flags, boolean method) {
    EnumSet<Modifier> result = EnumSet.noneOf(Modifier.class);
    add(result, flags, Opcodes.ACC_PUBLIC, Modifier.PUBLIC);
    add(result, flags, Opcodes.ACC_PROTECTED, Modifier.PROTECTED);
    add(result, flags, Opcodes.ACC_PRIVATE, Modifier.PRIVATE);
    add(result, flags, Opcodes.ACC_STATIC, Modifier.STATIC);
    add(result, flags, Opcodes.ACC_FINAL, Modifier.FINAL);
    add(result, flags, Opcodes.ACC_ABSTRACT, Modifier.ABSTRACT);
    add(result, flags, Opcodes.ACC_INTERFACE, Modifier.INTERFACE);
    add(result, flags, Opcodes.ACC_ENUM, Modifier.ENUM);
    if (method) {
      add(result, flags, Opcodes.ACC_VARARGS, Modifier.VARARGS);
    }
    return result;
  }

  private static void add(Set<Modifier> result, int flags, int flag, Modifier modifier) {
    if ((flags & flag) != 0) {
      result.add(modifier);
    }
  }
}
