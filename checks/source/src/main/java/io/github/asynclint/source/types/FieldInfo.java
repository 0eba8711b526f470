package io.github.asynclint.source.types;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Modifier;
import java.util.Optional;
import java.util.Set;

/** How is a field declared? The constant is there if reads of it are compiled to the constant. */
public record FieldInfo(
    FieldRef ref, Set<Modifier> modifiers, Type type, Optional<Object> constant) {
  public boolean isStatic() {
    return ref.isStatic();
  }
}
