package io.github.asynclint.source.types;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import java.util.List;
import java.util.Set;

/** How is a method declared, generics included? The reference has the erased form. */
public record MethodInfo(
    MethodRef ref,
    Set<Modifier> modifiers,
    List<Type.Variable> typeParameters,
    List<Type> parameters,
    Type returnType) {
  public MethodInfo {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
  }

  public boolean isStatic() {
    return modifiers.contains(Modifier.STATIC);
  }

  public boolean isAbstract() {
    return modifiers.contains(Modifier.ABSTRACT);
  }

  public boolean isPrivate() {
    return modifiers.contains(Modifier.PRIVATE);
  }

  public boolean isVarargs() {
    return modifiers.contains(Modifier.VARARGS);
  }
}
