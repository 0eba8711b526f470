package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;

/** How is a class declared, and which of its constructors' parameters did the compiler add? */
final class Header {
  /**
   * The compiler's parameters of a constructor: {@code leading} ones (the outer instance, or an
   * enum's name and ordinal) and trailing ones, named after the variables that they capture.
   */
  record Added(int leading, List<String> captured) {
    static final Added NONE = new Added(0, List.of());
  }

  private static final int OLDEST = 45;

  private final ClassNode node;
  private final int access;
  private final Map<String, Integer> methods = new HashMap<>();
  private final Set<String> fields = new HashSet<>();
  private final Map<String, Added> constructors = new HashMap<>();

  Header(ClassNode node) {
    this.node = node;
    this.access = declaredAccess(node);
    for (FieldNode field : node.fields) {
      fields.add(field.name + ":" + field.desc);
    }
    for (MethodNode method : node.methods) {
      methods.put(method.name + method.desc, method.access);
      if (method.name.equals(MethodRef.CONSTRUCTOR)) {
        constructors.put(method.desc, addedTo(method));
      }
    }
  }

  String name() {
    return node.name;
  }

  String superName() {
    return node.superName;
  }

  List<String> interfaces() {
    return node.interfaces;
  }

  /** The Java release that the class file needs: version 45 is that of release 1. */
  int release() {
    return (node.version & 0xFFFF) - OLDEST + 1;
  }

  boolean isEnum() {
    return (access & Opcodes.ACC_ENUM) != 0;
  }

  boolean isRecord() {
    return "java/lang/Record".equals(node.superName);
  }

  /** The access flags of a declared method; empty if it is not declared here. */
  Optional<Integer> method(String nameAndDescriptor) {
    return Optional.ofNullable(methods.get(nameAndDescriptor));
  }

  boolean hasField(String name, String descriptor) {
    return fields.contains(name + ":" + descriptor);
  }

  Added added(String constructorDescriptor) {
    return constructors.getOrDefault(constructorDescriptor, Added.NONE);
  }

  private static int declaredAccess(ClassNode node) {
    for (InnerClassNode inner : node.innerClasses) {
      if (inner.name.equals(node.name)) {
        return inner.access | (node.access & Opcodes.ACC_SYNTHETIC);
      }
    }
    return node.access;
  }

  private Added addedTo(MethodNode constructor) {
    int count = Type.getArgumentTypes(constructor.desc).length;
    if (isEnum()) {
      return constructor.desc.startsWith("(Ljava/lang/String;I") ? new Added(2, List.of())
          : Added.NONE;
    }
    if (isRecord()) {
      return Added.NONE;
    }
    List<String> captured = new ArrayList<>();
    boolean outerField = false;
    for (FieldNode field : node.fields) {
      if ((field.access & Opcodes.ACC_SYNTHETIC) != 0) {
        outerField |= field.name.startsWith("this$");
        if (field.name.startsWith("val$")) {
          captured.add(field.name.substring(4));
        }
      }
    }
    int leading = outerField || isInnerMember() || markedFirst(constructor) ? 1 : 0;
    if (leading + captured.size() > count) {
      return Added.NONE;
    }
    return new Added(leading, List.copyOf(captured));
  }

  /** From JDK 21 on the class file says so itself, also where no field keeps the outer instance. */
  private static boolean markedFirst(MethodNode constructor) {
    if (constructor.parameters == null || constructor.parameters.isEmpty()) {
      return false;
    }
    ParameterNode first = constructor.parameters.get(0);
    boolean marked = (first.access & (Opcodes.ACC_MANDATED | Opcodes.ACC_SYNTHETIC)) != 0;
    return marked && (first.name == null || !first.name.startsWith("val$"));
  }

  private boolean isInnerMember() {
    for (InnerClassNode inner : node.innerClasses) {
      if (inner.name.equals(node.name)) {
        return inner.outerName != null
            && (inner.access & (Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE)) == 0;
      }
    }
    return false;
  }

  /** The parameters as the source declares them. */
  MethodRef ref(String method, String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    if (method.equals(MethodRef.CONSTRUCTOR)) {
      Added added = added(descriptor);
      parameters =
          Arrays.copyOfRange(
              parameters, added.leading(), parameters.length - added.captured().size());
    }
    return new MethodRef(
        Names.binary(node.name),
        method,
        Names.types(parameters),
        Type.getReturnType(descriptor).getClassName());
  }

  TypeFacts facts() {
    boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
    return new TypeFacts(
        Names.binary(node.name),
        isInterface ? Optional.empty() : Optional.ofNullable(node.superName).map(Names::binary),
        node.interfaces.stream().map(Names::binary).toList(),
        Names.ofType(access, isRecord()),
        Annotations.of(node.visibleAnnotations, node.invisibleAnnotations),
        enclosing(),
        node.methods.stream()
            .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
            // Nobody declares it; compilers also make one for assertions and switch tables.
            .filter(method -> !method.name.equals(MethodRef.STATIC_INITIALIZER))
            .map(this::method)
            .toList(),
        node.fields.stream()
            .filter(field -> (field.access & Opcodes.ACC_SYNTHETIC) == 0)
            .map(this::field)
            .toList());
  }

  private Optional<String> enclosing() {
    if (node.outerClass != null) {
      return Optional.of(Names.binary(node.outerClass));
    }
    return node.innerClasses.stream()
        .filter(inner -> inner.name.equals(node.name) && inner.outerName != null)
        .map(inner -> Names.binary(inner.outerName))
        .findFirst();
  }

  private TypeFacts.Method method(MethodNode method) {
    return new TypeFacts.Method(
        ref(method.name, method.desc),
        Names.ofMethod(method.access),
        Annotations.of(method.visibleAnnotations, method.invisibleAnnotations),
        method.exceptions.stream().map(Names::binary).toList());
  }

  private TypeFacts.Field field(FieldNode field) {
    return new TypeFacts.Field(
        new FieldRef(
            Names.binary(node.name),
            field.name,
            Type.getType(field.desc).getClassName(),
            (field.access & Opcodes.ACC_STATIC) != 0),
        Names.ofField(field.access),
        Annotations.of(field.visibleAnnotations, field.invisibleAnnotations));
  }
}
