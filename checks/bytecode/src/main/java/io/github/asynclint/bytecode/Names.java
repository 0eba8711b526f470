package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How are the names and flags of class files written in facts? */
final class Names {
  private Names() {}

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
