package io.github.asynclint.engine.facts;

import java.util.List;

/**
 * Which method or constructor is meant: declaring class, name, erased parameters, erased return type.
 *
 * <p>Type names are binary names: {@code java.util.Map$Entry}, {@code int}, {@code byte[]}, {@code
 * void}. {@code owner} is the class that <em>declares</em> the method, not the static type of a
 * receiver; where the hierarchy is not available it is the receiver's static type. Constructors are
 * named {@code <init>} and return {@code void}; parameters that only the compiler adds (the outer
 * instance, captured locals, an enum's name and ordinal) are left out.
 */
public record MethodRef(String owner, String name, List<String> parameters, String returnType) {
  public static final String CONSTRUCTOR = "<init>";
  public static final String STATIC_INITIALIZER = "<clinit>";

  public MethodRef {
    parameters = List.copyOf(parameters);
  }

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  public boolean isStaticInitializer() {
    return name.equals(STATIC_INITIALIZER);
  }

  public boolean returnsVoid() {
    return returnType.equals("void");
  }

  /** The type of the value that a call yields: the created class for a constructor. */
  public String resultType() {
    return isConstructor() ? owner : returnType;
  }

  public MethodRef withOwner(String newOwner) {
    return newOwner.equals(owner) ? this : new MethodRef(newOwner, name, parameters, returnType);
  }

  /** Whether both have the same name and erased parameters, whatever their owners. */
  public boolean sameSignature(MethodRef other) {
    return name.equals(other.name) && parameters.equals(other.parameters);
  }

  /** Strings know their hash, lists do not; parameters seldom tell methods apart. */
  @Override
  public int hashCode() {
    return 31 * owner.hashCode() + name.hashCode();
  }

  /** What tells methods apart comes first; references are mostly shared. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MethodRef that
            && name.equals(that.name)
            && owner.equals(that.owner)
            && parameters.equals(that.parameters)
            && returnType.equals(that.returnType);
  }

  /** {@code owner.name(p1,p2)}: unique within a program but for bridge methods. */
  @Override
  public String toString() {
    return owner + "." + name + "(" + String.join(",", parameters) + ")";
  }
}
