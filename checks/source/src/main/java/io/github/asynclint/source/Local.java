package io.github.asynclint.source;

import com.github.javaparser.ast.Node;

/** A local variable, parameter or pattern binding of a body; compared by identity. */
final class Local {
  private final String name;
  private final Node declaration;

  Local(String name, Node declaration) {
    this.name = name;
    this.declaration = declaration;
  }

  String name() {
    return name;
  }

  Node declaration() {
    return declaration;
  }
}
