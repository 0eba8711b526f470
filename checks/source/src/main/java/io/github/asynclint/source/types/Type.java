package io.github.asynclint.source.types;

import java.util.List;

/** What is known of the type of an expression or declaration, with its generics. */
public sealed interface Type {
  /** A primitive type or {@code void}. */
  record Primitive(String name) implements Type {}

  /** The type of {@code null}. */
  record Null() implements Type {}

  /** Nothing is known: compatible with everything and yields nothing. */
  record Unknown() implements Type {}

  /** A class by binary name; without arguments it is raw or not generic. */
  record Class(String name, List<Type> arguments) implements Type {
    public Class {
      arguments = List.copyOf(arguments);
    }
  }

  record Array(Type element) implements Type {}

  /** A type argument with a bound; an unbounded one has Object as its upper bound. */
  record Wildcard(boolean upper, Type bound) implements Type {}

  record Intersection(List<Type> types) implements Type {
    public Intersection {
      types = List.copyOf(types);
    }
  }

  /** A declared type parameter; compared by identity, its bounds are set once it is known. */
  final class Variable implements Type {
    private final String name;
    private List<Type> bounds = List.of();

    public Variable(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }

    public List<Type> bounds() {
      return bounds;
    }

    public void setBounds(List<Type> declared) {
      bounds = List.copyOf(declared);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A type argument to be inferred; lives as long as the inference that made it. */
  final class Inferred implements Type {
    final Variable declared;
    final List<Type> equal = new java.util.ArrayList<>();
    final List<Type> lower = new java.util.ArrayList<>();
    final List<Type> upper = new java.util.ArrayList<>();
    Type solution;
    boolean solving;

    Inferred(Variable declared) {
      this.declared = declared;
    }

    public boolean solved() {
      return solution != null;
    }

    @Override
    public String toString() {
      return solution == null ? "?" + declared.name() : solution.toString();
    }
  }

  Type UNKNOWN = new Unknown();
  Type NULL = new Null();
  Type VOID = new Primitive("void");
  Type INT = new Primitive("int");
  Type BOOLEAN = new Primitive("boolean");
  Class OBJECT = new Class("java.lang.Object", List.of());
  Class STRING = new Class("java.lang.String", List.of());

  static Class of(String name, Type... arguments) {
    return new Class(name, List.of(arguments));
  }

  default boolean isVoid() {
    return this instanceof Primitive primitive && primitive.name().equals("void");
  }

  default boolean isPrimitive() {
    return this instanceof Primitive && !isVoid();
  }

  default boolean isUnknown() {
    return this instanceof Unknown;
  }
}
