package io.github.asynclint.engine.facts;

import java.util.List;
import java.util.Set;

/**
 * A body of code and how it is declared: a method, a constructor, an initializer or a lambda.
 *
 * @param type binary name of the class whose code this is
 * @param sourceFile the file as {@code package/path/Name.java}; "" if not recorded
 * @param line line of the declared name, or of the lambda; from bytecode the first line of the code
 * @param parameters of the functional interface's method for a lambda
 * @param returnType erased; for a lambda that of its expression where known, else the erased type of
 *     the functional interface's method, "" if unknown
 * @param captured what a lambda captures, by name; for a method of a local class empty
 */
public record Callable(
    CallableId id,
    String type,
    String sourceFile,
    int line,
    List<Variable> parameters,
    String returnType,
    Set<Modifier> modifiers,
    List<AnnotationFact> annotations,
    List<Variable> captured,
    Body body) {
  public Callable {
    parameters = List.copyOf(parameters);
    modifiers = Set.copyOf(modifiers);
    annotations = List.copyOf(annotations);
    captured = List.copyOf(captured);
  }
}
