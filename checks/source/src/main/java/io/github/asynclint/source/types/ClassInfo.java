package io.github.asynclint.source.types;

import io.github.asynclint.engine.facts.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How is a class declared, generics included? Answers may be computed on demand. */
public interface ClassInfo {
  String name();

  Set<Modifier> modifiers();

  List<Type.Variable> typeParameters();

  /** Empty for Object and for interfaces. */
  Optional<Type.Class> superclass();

  List<Type.Class> interfaces();

  List<MethodInfo> methods();

  List<FieldInfo> fields();

  Optional<String> enclosing();

  /** Simple names of the declared member classes with their binary names. */
  Map<String, String> memberTypes();

  default List<MethodInfo> methods(String name) {
    return methods().stream().filter(method -> method.ref().name().equals(name)).toList();
  }

  default Optional<FieldInfo> field(String name) {
    return fields().stream().filter(field -> field.ref().name().equals(name)).findFirst();
  }

  default boolean isInterface() {
    return modifiers().contains(Modifier.INTERFACE);
  }

  /** The class as seen from inside: with its own parameters as arguments. */
  default Type.Class self() {
    return new Type.Class(name(), List.copyOf(typeParameters()));
  }
}
