package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.Modifier;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How are the names and flags of class files written in facts? */
final class Names {
  private Names() {}

  /** Names of one program, each made once. For one thread. */
  static final class Cache {
    private final Map<String, String> binary = new HashMap<>();
    private final Map<String, String> results = new HashMap<>();
    private final Map<String, Mentions.Member> members = new HashMap<>();
    private final Map<String, List<String>> parameters = new HashMap<>();

    String binary(String internal) {
      return binary.computeIfAbsent(internal, Names::binary);
    }

    Mentions.Member member(String owner, String name, String descriptor) {
      return members.computeIfAbsent(
          owner + ' ' + name + descriptor,
          key -> new Mentions.Member(binary(owner), name, parameters(descriptor)));
    }

    private List<String> parameters(String descriptor) {
      return parameters.computeIfAbsent(
          descriptor.substring(0, descriptor.indexOf(')') + 1),
          key -> types(Type.getArgumentTypes(descriptor)));
    }

    Mentions.Field field(String owner, String name, boolean isWritten) {
      return new Mentions.Field(binary(owner), name, isWritten);
    }

    /** The class that a method returns; "" for primitives and arrays. */
    String result(String descriptor) {
      String result = results.get(descriptor);
      if (result == null) {
        int start = descriptor.indexOf(')') + 1;
        result =
            descriptor.charAt(start) == 'L'
                ? binary(descriptor.substring(start + 1, descriptor.length() - 1))
                : "";
        results.put(descriptor, result);
      }
      return result;
    }
  }

  /** {@code java/util/Map$Entry} or {@code [I} as a binary name. */
  static String binary(String internal) {
    return internal.startsWith("[")
        ? Type.getObjectType(internal).getClassName()
        : internal.replace('/', '.');
  }

  static String internal(String binary) {
    return binary.replace('.', '/');
  }

  static List<String> types(Type[] types) {
    String[] names = new String[types.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = types[i].getClassName();
    }
    return List.of(names);
  }

  static Set<Modifier> ofType(int access, boolean record) {
    Set<Modifier> modifiers = common(access);
    add(modifiers, access, Opcodes.ACC_INTERFACE, Modifier.INTERFACE);
    add(modifiers, access, Opcodes.ACC_ANNOTATION, Modifier.ANNOTATION);
    add(modifiers, access, Opcodes.ACC_ENUM, Modifier.ENUM);
    if (record) {
      modifiers.add(Modifier.RECORD);
    }
    return modifiers;
  }

  static Set<Modifier> ofMethod(int access) {
    Set<Modifier> modifiers = common(access);
    add(modifiers, access, Opcodes.ACC_SYNCHRONIZED, Modifier.SYNCHRONIZED);
    add(modifiers, access, Opcodes.ACC_NATIVE, Modifier.NATIVE);
    add(modifiers, access, Opcodes.ACC_VARARGS, Modifier.VARARGS);
    return modifiers;
  }

  static Set<Modifier> ofField(int access) {
    Set<Modifier> modifiers = common(access);
    add(modifiers, access, Opcodes.ACC_VOLATILE, Modifier.VOLATILE);
    add(modifiers, access, Opcodes.ACC_ENUM, Modifier.ENUM);
    return modifiers;
  }

  private static Set<Modifier> common(int access) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    add(modifiers, access, Opcodes.ACC_PUBLIC, Modifier.PUBLIC);
    add(modifiers, access, Opcodes.ACC_PROTECTED, Modifier.PROTECTED);
    add(modifiers, access, Opcodes.ACC_PRIVATE, Modifier.PRIVATE);
    add(modifiers, access, Opcodes.ACC_STATIC, Modifier.STATIC);
    add(modifiers, access, Opcodes.ACC_FINAL, Modifier.FINAL);
    add(modifiers, access, Opcodes.ACC_ABSTRACT, Modifier.ABSTRACT);
    add(modifiers, access, Opcodes.ACC_SYNTHETIC, Modifier.SYNTHETIC);
    return modifiers;
  }

  private static void add(Set<Modifier> modifiers, int access, int flag, Modifier modifier) {
    if ((access & flag) != 0) {
      modifiers.add(modifier);
    }
  }
}
