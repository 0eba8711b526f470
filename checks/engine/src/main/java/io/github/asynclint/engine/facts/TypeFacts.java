package io.github.asynclint.engine.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a class or interface is declared.
 *
 * @param name binary name
 * @param superclass empty for Object and for interfaces
 * @param interfaces those it names directly
 * @param enclosing the class around a nested, local or anonymous class
 * @param methods declared methods and constructors without synthetic ones, in the order of the source
 */
public record TypeFacts(
    String name,
    Optional<String> superclass,
    List<String> interfaces,
    Set<Modifier> modifiers,
    List<AnnotationFact> annotations,
    Optional<String> enclosing,
    List<Method> methods,
    List<Field> fields) {
  public TypeFacts {
    interfaces = List.copyOf(interfaces);
    modifiers = Set.copyOf(modifiers);
    annotations = List.copyOf(annotations);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
  }

  /** How a method is declared; {@code thrown} are the declared exceptions, erased. */
  public record Method(
      MethodRef ref, Set<Modifier> modifiers, List<AnnotationFact> annotations, List<String> thrown) {
    public Method {
      modifiers = Set.copyOf(modifiers);
      annotations = List.copyOf(annotations);
      thrown = List.copyOf(thrown);
    }
  }

  /** How a field is declared. */
  public record Field(FieldRef ref, Set<Modifier> modifiers, List<AnnotationFact> annotations) {
    public Field {
      modifiers = Set.copyOf(modifiers);
      annotations = List.copyOf(annotations);
    }
  }

  /** What it extends and implements directly. */
  public List<String> supertypes() {
    List<String> all = new ArrayList<>(interfaces);
    superclass.ifPresent(all::add);
    return all;
  }

  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
